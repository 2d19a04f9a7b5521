/** What `hilo play` says to each line that is typed: a chat with flows in memory, by the same engine. */
import {
  type EngineTask,
  type InboundContent,
  MEDIA_KINDS,
  type TaskResult,
  type TraceEvent,
} from "@hilo/flow-engine";
import {
  Conversation,
  type ConversationOptions,
  contentInWords,
  parseDuration,
} from "@hilo/flow-engine/testing";

/** Longest time that passes at once, in milliseconds: a year, the longest wait of a flow. */
const LONGEST_WAIT = 365 * 24 * 3_600_000;

export const PLAY_HELP = `Write as the customer; the number or the title of an option taps it.
  /wait 2h              moves the clock (30s, 5m, 2h, 3d)
  /vars  /path          variables; the steps so far
  /answer {"status":200,"body":{}}   answers the HTTP request, /answer text the model
  /fail timeout         lets what the flow waits for fail
  /hook {"paid":true}   calls the session's address, as a program outside would
  /agent hand-back      the person gives the conversation back (or: /agent end)
  /media image  /location 36.5,-6.3  sends one
  /event NAME           reports an event of that name for the contact
  /help  /quit`;

type Command = (rest: string) => string[];

export class PlayChat {
  private readonly chat: Conversation;
  private shown = { messages: 0, deeds: 0, trace: 0 };
  private readonly commands: Readonly<Record<string, Command>>;

  constructor(options: ConversationOptions) {
    this.chat = new Conversation(options);
    this.commands = {
      help: () => PLAY_HELP.split("\n"),
      wait: (rest) => this.wait(rest),
      vars: () => JSON.stringify(this.chat.session?.vars ?? {}, null, 2).split("\n"),
      path: () => [`path: ${pathOf(this.chat.trace).join(" → ") || "nothing yet"}`],
      answer: (rest) => this.answer(rest),
      fail: (rest) => this.finish({ ok: false, code: rest || "timeout", message: rest || "timeout" }),
      hook: (rest) => this.hook(rest),
      agent: (rest) => this.agent(rest),
      media: (rest) => this.media(rest),
      location: (rest) => this.location(rest),
      event: (rest) => this.routed(this.chat.happen({ type: "event", name: rest || "event" })),
    };
  }

  /** @returns what is printed: what the bot says and does, and how things stand */
  take(line: string): string[] {
    const [, name, rest = ""] = /^\/([a-z-]+)\s*(.*)$/s.exec(line) ?? [];
    if (name === undefined) return line === "" ? [] : [...this.say(line), ...this.news()];
    const command = Object.hasOwn(this.commands, name) ? this.commands[name] : undefined;
    if (!command) return [`There is no /${name}. /help lists what there is.`];
    return [...command(rest.trim()), ...this.news()];
  }

  private say(words: string): string[] {
    return this.receive(this.chat.tapOn(words) ?? { type: "text", text: words });
  }

  private receive(content: InboundContent): string[] {
    return this.routed(this.chat.receive(content));
  }

  private routed(route: ReturnType<Conversation["receive"]>): string[] {
    return route.action === "none" ? [`(nothing starts: ${route.reason})`] : [];
  }

  private wait(rest: string): string[] {
    const length = parseDuration(rest);
    if (length === null) return ["Say how long: /wait 30m, /wait 2h, /wait 1d"];
    if (length > LONGEST_WAIT) return ["That is too long. A year is the most: /wait 365d"];
    this.chat.advance(length);
    return [`(it is ${new Date(this.chat.now).toISOString().slice(0, 16).replace("T", " ")} UTC)`];
  }

  private answer(rest: string): string[] {
    const { task } = this.chat;
    if (!task) return ["The flow waits for no answer."];
    const result = answerTo(task, rest);
    return result ? this.finish(result) : ['Not JSON. For example: /answer {"status":200,"body":{}}'];
  }

  private finish(result: TaskResult): string[] {
    if (!this.chat.task) return ["The flow waits for no answer."];
    this.chat.answerTask(result);
    return [];
  }

  private hook(rest: string): string[] {
    if (this.chat.session?.wait?.for !== "webhook") return ["The flow waits for no call."];
    const body = parsed(rest || "{}");
    if (body === undefined) return ['Not JSON. For example: /hook {"status":"paid"}'];
    this.chat.callHook(body);
    return [];
  }

  private agent(rest: string): string[] {
    if (rest !== "hand-back" && rest !== "end") return ["Say /agent hand-back or /agent end."];
    this.chat.agent(rest);
    return [];
  }

  private media(rest: string): string[] {
    const kind = MEDIA_KINDS.find((candidate) => candidate === rest);
    if (!kind) return [`Say which: /media ${MEDIA_KINDS.join(", /media ")}`];
    return this.receive({ type: "media", media: { kind, url: `https://example.org/sample.${kind}` } });
  }

  private location(rest: string): string[] {
    const [latitude, longitude] = rest.split(/[,\s]+/).map(Number);
    if (
      rest === "" ||
      latitude === undefined ||
      longitude === undefined ||
      Number.isNaN(latitude + longitude)
    )
      return ["Say where: /location 36.5,-6.3"];
    return this.receive({ type: "location", latitude, longitude });
  }

  /** What happened since it was last asked. */
  private news(): string[] {
    const { sent, deeds, session, task, live } = this.chat;
    const lines = [
      ...sent.slice(this.shown.messages).map(({ content }) => `bot: ${contentInWords(content)}`),
      ...deeds.slice(this.shown.deeds).map((deed) => `(${deed.type}${detailOf(deed)})`),
      ...refusals(this.chat.trace.slice(this.shown.trace)),
    ];
    const moved = lines.length > 0 || this.chat.trace.length > this.shown.trace;
    this.shown = { messages: sent.length, deeds: deeds.length, trace: this.chat.trace.length };
    if (task) return [...lines, `(the flow waits for ${taskInWords(task)}: /answer or /fail)`];
    if (!moved || !session) return lines;
    if (live)
      return session.wait && session.wait.for !== "message"
        ? [...lines, waitInWords(session.wait.for)]
        : lines;
    const why = session.error ? ` — ${session.error.message}` : "";
    return [...lines, `(session ${session.status}: ${session.endReason ?? ""}${why})`];
  }
}

function waitInWords(reason: string): string {
  if (reason === "timer") return "(waits: /wait 1h moves the clock)";
  if (reason === "agent") return "(a person has the conversation: /agent hand-back)";
  return `(waits for a ${reason})`;
}

function taskInWords(task: EngineTask): string {
  switch (task.kind) {
    case "http-request":
      return `${task.method} ${task.url}`;
    case "ai-chat":
      return `the model ${task.model}`;
    case "notify":
      return `a notification by ${task.by}`;
  }
}

function answerTo(task: EngineTask, text: string): TaskResult | null {
  const json = parsed(text);
  if (task.kind === "notify") return { ok: true, status: 200, body: null };
  if (task.kind === "ai-chat") {
    const data = typeof json === "object" && json !== null;
    return { ok: true, body: data ? { data: json } : { text } };
  }
  if (typeof json !== "object" || json === null) return null;
  const { status = 200, body = null }: { status?: unknown; body?: unknown } = json;
  if (typeof status !== "number") return null;
  if (status >= 200 && status < 300) return { ok: true, status, body };
  return { ok: false, code: `http-${status}`, message: `answered ${status}`, status, body };
}

/** undefined: not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function detailOf(deed: object): string {
  const {
    type: _type,
    id: _id,
    nodeId: _node,
    ...rest
  } = Object.assign({ type: "", id: "", nodeId: "" }, deed);
  const words = Object.entries(rest).map(
    ([key, value]) => `${key} ${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  return words.length > 0 ? `: ${words.join(", ")}` : "";
}

function refusals(trace: readonly TraceEvent[]): string[] {
  return trace.flatMap((event) => {
    if (event.type === "answer-rejected") return [`(not taken: ${event.message})`];
    return event.type === "error" ? [`(${event.code}: ${event.message})`] : [];
  });
}

function pathOf(trace: readonly TraceEvent[]): string[] {
  return trace.flatMap((event) => (event.type === "node-entered" ? [event.nodeId] : []));
}
