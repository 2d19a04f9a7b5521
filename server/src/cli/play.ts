/** `hilo play FLOW.json`: a chat with a flow in the terminal, by the same engine, with a clock one can push. */
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { CHANNEL_LIMITS, check, hasErrors, type Platform } from "@hilo/flow-engine";
import { isTimeZone } from "../contract/workspace.ts";
import { PLAY_HELP, PlayChat } from "./play-chat.ts";
import { readJson } from "./read-flow.ts";
import { UsageError } from "./usage.ts";

export async function playCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      platform: { type: "string" },
      name: { type: "string" },
      language: { type: "string" },
      "time-zone": { type: "string" },
    },
  });
  if (positionals.length === 0) throw new UsageError("Name a flow's file; flows that it calls may follow.");
  const flows = await Promise.all(positionals.map(readJson));
  const problems = check(flows[0]).filter(({ severity }) => severity === "error");
  for (const { nodeId, message } of problems) console.error(`${nodeId ?? "flow"}: ${message}`);
  if (hasErrors(problems)) return 1;
  const { name, language } = values;
  const chat = new PlayChat({
    flows,
    now: Date.now(),
    platform: platformOf(values.platform),
    timeZone: timeZoneOf(values["time-zone"]),
    contact: { ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }) },
  });
  await talk(chat);
  return 0;
}

async function talk(chat: PlayChat): Promise<void> {
  const terminal = process.stdin.isTTY === true;
  console.log(PLAY_HELP);
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal, prompt: "you: " });
  if (terminal) lines.prompt();
  for await (const line of lines) {
    if (line.trim() === "/quit") break;
    for (const said of chat.take(line.trim())) console.log(said);
    if (terminal) lines.prompt();
  }
  lines.close();
}

function platformOf(name = "whatsapp"): Platform {
  const isPlatform = (candidate: string): candidate is Platform => Object.hasOwn(CHANNEL_LIMITS, candidate);
  if (isPlatform(name)) return name;
  throw new UsageError(`There is no platform "${name}": ${Object.keys(CHANNEL_LIMITS).join(", ")}.`);
}

function timeZoneOf(name = Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  if (isTimeZone(name)) return name;
  throw new UsageError(`There is no time zone "${name}". For example: Europe/Madrid.`);
}
