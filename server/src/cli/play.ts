/** `hilo play FLOW.json`: a chat with a flow in the terminal, by the same engine, with a clock one can push. */
import { createInterface } from "node:readline";
import {
  check,
  type EngineTask,
  hasErrors,
  type InboundContent,
  type MessageContent,
} from "@hilo/flow-engine";
import { Conversation, parseDuration } from "@hilo/flow-engine/testing";
import { readJson } from "./read-flow.ts";

const HELP =
  "Write as the customer. A number or a title taps an option. /wait 2h moves the clock, /vars shows variables, /quit ends.";

export async function playCommand(args: string[]): Promise<number> {
  const definition = await readJson(args[0]);
  const errors = check(definition).filter((problem) => problem.severity === "error");
  if (hasErrors(errors)) {
    for (const { nodeId, message } of errors) console.error(`${nodeId ?? "flow"}: ${message}`);
    return 1;
  }
  const chat = new Conversation({ flows: [definition], now: Date.now() });
  console.log(HELP);
  let shown = 0;
  const show = () => {
    for (const { content } of chat.sent.slice(shown)) console.log(`bot: ${describe(content)}`);
    shown = chat.sent.length;
    if (chat.task)
      console.log(`(the flow waits for ${taskInWords(chat.task)}: /answer {"status":200,"body":{…}})`);
    if (chat.session && !chat.live)
      console.log(`(session ${chat.session.status}: ${chat.session.endReason ?? ""})`);
  };
  for await (const line of createInterface({ input: process.stdin, terminal: false })) {
    if (line.trim() === "/quit") break;
    take(chat, line.trim());
    show();
  }
  return 0;
}

function taskInWords(task: EngineTask): string {
  return task.kind === "http-request" ? `${task.method} ${task.url}` : task.kind;
}

function take(chat: Conversation, line: string): void {
  const [word = "", rest = ""] = line.split(/\s+(.*)/s, 2);
  if (word === "/wait") {
    const length = parseDuration(rest);
    if (length === null) console.log("Say how long: /wait 30m, /wait 2h, /wait 1d");
    else chat.advance(length);
  } else if (word === "/vars") {
    console.log(JSON.stringify(chat.session?.vars ?? {}, null, 2));
  } else if (word === "/answer") {
    answer(chat, rest);
  } else if (line !== "") {
    const content: InboundContent = chat.tapOn(line) ?? { type: "text", text: line };
    const route = chat.receive(content);
    if (route.action === "none") console.log(`(nothing starts: ${route.reason})`);
  }
}

function answer(chat: Conversation, json: string): void {
  try {
    const { status = 200, body = null } = JSON.parse(json);
    chat.answerTask({ ok: true, status, body });
  } catch {
    console.log('Not JSON. For example: /answer {"status":200,"body":{"state":"sent"}}');
  }
}

function describe(content: MessageContent): string {
  switch (content.type) {
    case "text":
    case "location-request":
      return content.text;
    case "buttons":
      return `${content.text}\n     ${content.options.map((option) => `[${option.title}]`).join(" ")}`;
    case "list": {
      const rows = content.sections
        .flatMap((section) => section.rows)
        .map((row) => `\n     [${row.title}] ${row.description ?? ""}`);
      return `${content.text} (${content.button})${rows.join("")}`;
    }
    case "media":
      return `<${content.media.kind}> ${content.media.caption ?? content.media.url ?? ""}`;
    default:
      return JSON.stringify(content);
  }
}
