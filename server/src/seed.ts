/** What a first start finds: a workspace, the simulator channel, and the example flows, published. */
import { type Flow, parseFlow, type Trigger } from "@hilo/flow-engine";
import { type Transcript, transcriptSchema } from "@hilo/flow-engine/testing";
import { z } from "zod";
import type { ChannelDirectory } from "./channels/directory.ts";
import { ensureSimulatorChannel } from "./channels/simulator/simulator-channel.ts";
import { newId } from "./db/ids.ts";
import { createFlow } from "./flows/drafts.ts";
import { publishFlow } from "./flows/publish.ts";
import { readExamples } from "./flows/read-examples.ts";
import type { Runtime } from "./runtime.ts";

/** One process seeds, the others wait. Any number no other lock of the product uses. */
const SEED_LOCK = 4_103;

/** Does nothing once there is a channel or a flow: then somebody has begun to work here. */
export async function seedFirstWorkspace(
  runtime: Runtime,
  directory: ChannelDirectory,
  examplesDir: string,
): Promise<void> {
  const client = await runtime.pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [SEED_LOCK]);
    try {
      const { rowCount } = await client.query(
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM channels) OR EXISTS (SELECT 1 FROM flows)",
      );
      if (!rowCount) await seed(runtime, directory, examplesDir);
    } finally {
      await client.query("SELECT pg_advisory_unlock($1)", [SEED_LOCK]);
    }
  } finally {
    client.release();
  }
}

async function seed(runtime: Runtime, directory: ChannelDirectory, examplesDir: string): Promise<void> {
  const workspaceId = await firstWorkspace(runtime);
  await ensureSimulatorChannel({ ...runtime, directory }, workspaceId, "whatsapp");
  const actor = { workspaceId, userId: null };
  for (const definition of await exampleFlows(examplesDir)) {
    const flow = await createFlow(runtime.pool, actor, definition.name, definition);
    await publishFlow(runtime, actor, { id: flow.id, note: "Example" });
  }
}

/** `hilo setup` before the first start made one already. */
async function firstWorkspace({ prisma }: Runtime): Promise<string> {
  const known = await prisma.workspace.findFirst({ orderBy: { createdAt: "asc" } });
  if (known) return known.id;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (await prisma.workspace.create({ data: { id: newId(), name: "My workspace", timeZone } })).id;
}

/** The tour's flow comes last made, so that it is first in the list. */
export async function exampleFlows(dir: string): Promise<(Flow & { tests: Transcript[] })[]> {
  const examples = await readExamples(dir);
  const ordered = examples.sort((a, b) => Number(a.key === TOUR) - Number(b.key === TOUR));
  return ordered.flatMap(({ definition }) => {
    const parsed = parseFlow(definition);
    return parsed.ok ? [{ ...asExample(parsed.flow), tests: testsInSimulator(definition.tests) }] : [];
  });
}

const TOUR = "welcome";

/** Below every flow a workspace draws itself. */
const EXAMPLE_PRIORITY = -100;

/**
 * Examples step back before a workspace's own flows: the weakest keyword mode and a low priority, so that a flow with the
 * same keyword wins. What would answer everything, or cut into a conversation, does so in the simulator only.
 */
function asExample(flow: Flow): Flow {
  const settings = { ...flow.settings, priority: EXAMPLE_PRIORITY };
  return { ...flow, settings, triggers: flow.triggers.flatMap(modestTriggers) };
}

/** Some triggers are there in the simulator only, so the tests are played there. */
function testsInSimulator(tests: unknown): Transcript[] {
  const known = z.array(transcriptSchema).catch([]).parse(tests);
  return known.map((test) => (test.platform === "whatsapp" ? { ...test, platform: "simulator" } : test));
}

function modestTriggers(trigger: Trigger): Trigger[] {
  if (trigger.type !== "keyword") return [inSimulatorOnly(trigger)];
  if (trigger.keyword === "default") return [inSimulatorOnly(trigger)];
  const modest: Trigger = trigger.mode === "regex" ? trigger : { ...trigger, mode: "contains" };
  if (!trigger.interrupts) return [modest];
  return [inSimulatorOnly(trigger), { ...modest, interrupts: false }];
}

function inSimulatorOnly(trigger: Trigger): Trigger {
  return { ...trigger, conditions: { ...trigger.conditions, platforms: ["simulator"] } };
}
