/** What a node's `cases.json` holds, and how one case is played through the real step. */
import { z } from "zod";
import { scheduleSchema } from "../calendar/schedule.ts";
import { inboundContentSchema } from "../content/inbound.ts";
import { effectSchema } from "../effects/schema.ts";
import { compile } from "../flow/compile.ts";
import type { Program } from "../flow/program.ts";
import { FLOW_FORMAT } from "../flow/schema.ts";
import type { Input } from "../inputs/schema.ts";
import { inputSchema } from "../inputs/schema.ts";
import { createSession } from "../session/create-session.ts";
import type { Session } from "../session/schema.ts";
import type { StepContext } from "../step/context.ts";
import { step } from "../step/step.ts";
import { traceEventSchema } from "../trace/schema.ts";
import { nodeSpec } from "./index.ts";

/** A text message by itself, or one of these; timers and results are for the wait of the moment. */
const caseInputSchema = z.union([
  z.string(),
  z.strictObject({ tap: z.string(), title: z.string().optional(), nodeId: z.string().optional() }),
  z.strictObject({ content: inboundContentSchema }),
  z.strictObject({ timer: z.enum(["timeout", "wake", "expiry"]) }),
  z.strictObject({ result: z.record(z.string(), z.unknown()) }),
  z.strictObject({ agent: z.enum(["hand-back", "end"]) }),
  /** What became of the message that the node waits to know of. */
  z.strictObject({ delivery: z.enum(["sent", "failed"]), code: z.string().optional() }),
  z.strictObject({ hook: z.unknown() }),
]);
type CaseInput = z.infer<typeof caseInputSchema>;

export const goldenCaseSchema = z.strictObject({
  /** What is shown, as a sentence. */
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Ports that lead somewhere; absent: those that are not optional. */
  edges: z.array(z.string()).optional(),
  /** Those of them that lead back to the node itself. */
  back: z.array(z.string()).optional(),
  /** Variables the session begins with. */
  vars: z.record(z.string(), z.unknown()).optional(),
  /** Id of a message that was heard before. */
  heard: z.string().optional(),
  language: z.string().optional(),
  settings: z.record(z.string(), z.unknown()).optional(),
  context: z
    .strictObject({
      contact: z.record(z.string(), z.unknown()).optional(),
      timeZone: z.string().optional(),
      /** ISO; absent: Monday, 2 March 2026, 9:00 UTC. */
      now: z.string().optional(),
      hours: scheduleSchema.optional(),
      hookUrl: z.string().optional(),
    })
    .optional(),
  /** Other flows by name: their nodes follow each other. */
  flows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
  /** What those flows begin with, by their names. */
  flowInputs: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).optional(),
  /** What comes after the start, which enters the node. */
  inputs: z.array(caseInputSchema).default([]),
  expect: z
    .strictObject({
      session: z.record(z.string(), z.unknown()),
      effects: z.array(effectSchema),
      trace: z.array(traceEventSchema),
    })
    .optional(),
});
export type GoldenCase = z.infer<typeof goldenCaseSchema>;

/** Id of the node under test; each of its ports leads to `after-<port>`. */
export const NODE_ID = "node";

const NOW = Date.parse("2026-03-02T09:00:00Z");

function contextOf({ context, flows = {}, flowInputs = {} }: GoldenCase): StepContext {
  const programs = new Map(
    Object.entries(flows).map(([name, nodes]) => [name, chain(name, nodes, flowInputs[name])]),
  );
  const byVersion = new Map([...programs.values()].map((program) => [program.id, program]));
  return {
    now: context?.now ? Date.parse(context.now) : NOW,
    hours: context?.hours,
    hookUrl: context?.hookUrl,
    timeZone: context?.timeZone ?? "Europe/Madrid",
    contact: {
      id: "c1",
      name: "Ana",
      phone: "34600111222",
      language: "es",
      timeZone: null,
      tags: ["lead"],
      fields: { city: "Cádiz" },
      ...context?.contact,
    },
    channel: { id: "ch1", platform: "simulator", name: "Simulator" },
    programs: (ref) => programs.get(ref) ?? byVersion.get(ref),
  };
}

function chain(
  name: string,
  nodes: readonly Record<string, unknown>[],
  inputs: readonly Record<string, unknown>[] = [],
): Program {
  const ids = ["start", ...nodes.map((_, index) => `n${index}`)];
  const edges = ids.slice(1).map((target, index) => ({ id: `e${index}`, source: ids[index], target }));
  const envelopes = nodes.map((node, index) => ({ id: `n${index}`, ...node }));
  return compile({ format: FLOW_FORMAT, name, inputs, nodes: envelopes, edges }, `${name}@1`);
}

function programOf(type: string, golden: GoldenCase): Program {
  const spec = nodeSpec(type);
  const ports = spec.ports(spec.schema.parse(golden.data));
  const connected = golden.edges ?? ports.filter((port) => !port.optional).map((port) => port.id);
  const nodes = [
    { id: NODE_ID, type, data: golden.data },
    ...connected.map((port) => ({ id: `after-${port}`, type: "end" })),
  ];
  const edges = connected.map((port, index) => {
    const target = golden.back?.includes(port) ? NODE_ID : `after-${port}`;
    return { id: `e${index}`, source: NODE_ID, sourceHandle: port, target };
  });
  return compile(
    { format: FLOW_FORMAT, name: "case", language: golden.language, settings: golden.settings, nodes, edges },
    "case@1",
  );
}

function inputOf(input: CaseInput, session: Session): Input {
  const waitId = session.wait?.id ?? "none";
  return inputSchema.parse(
    typeof input === "string" ? message({ type: "text", text: input }) : formOf(input, waitId, session),
  );
}

function formOf(input: Exclude<CaseInput, string>, waitId: string, { wait }: Session): unknown {
  if ("tap" in input) {
    const { tap, title = "", nodeId } = input;
    return message({
      type: "tap",
      tap: { kind: "button", id: tap, title, sessionId: "s", nodeId: nodeId ?? NODE_ID },
    });
  }
  if ("content" in input) return message(input.content);
  if ("timer" in input) return { type: "timer", waitId, purpose: input.timer };
  if ("result" in input) return { type: "task-result", waitId, result: input.result };
  if ("hook" in input) return { type: "webhook", body: input.hook };
  if ("agent" in input) return { type: "agent", action: input.agent };
  const { delivery: status, ...why } = input;
  return { type: "delivery", effectId: wait?.memory?.sent, status, ...why };
}

const message = (content: unknown) => ({ type: "message", message: { id: "m", content } });

/** Plays a case from the node's own entry. Sub-flows and all, exactly as the server would. */
export function playCase(type: string, golden: GoldenCase): NonNullable<GoldenCase["expect"]> {
  const program = programOf(type, golden);
  const ctx = contextOf(golden);
  let session = createSession(program, "s", golden.vars);
  const { heard } = golden;
  session = {
    ...session,
    frames: [{ program: program.id, nodeId: NODE_ID }],
    ...(heard === undefined ? {} : { heard }),
  };
  const played: Pick<NonNullable<GoldenCase["expect"]>, "effects" | "trace"> = { effects: [], trace: [] };
  for (const input of [null, ...golden.inputs]) {
    const form: Input =
      input === null ? { type: "start", cause: { kind: "manual" } } : inputOf(input, session);
    const result = step(program, session, form, ctx);
    session = result.session;
    played.effects.push(...result.effects);
    played.trace.push(...result.trace);
  }
  const { format: _format, id: _id, seq: _seq, frames: _frames, ...rest } = session;
  return { session: rest, ...played };
}
