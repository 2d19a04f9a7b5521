/** A real HTTP server that stands for an OpenAI-compatible endpoint, and for whatever else a flow calls. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Call {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  body: any;
}

export interface StandInAnswer {
  status?: number;
  body: unknown;
}

export class ModelStandIn {
  readonly calls: Call[] = [];
  private answers: StandInAnswer[] = [];
  private constructor(private readonly server: Server) {}

  static async start(): Promise<ModelStandIn> {
    const server = createServer();
    const standIn = new ModelStandIn(server);
    server.on("request", async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      const { method = "", url: path = "", headers } = req;
      standIn.calls.push({
        method,
        path,
        headers,
        body: JSON.parse(Buffer.concat(chunks).toString() || "null"),
      });
      const { status = 200, body } = standIn.answers.shift() ?? { body: completion("Hello!") };
      res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next calls get these, later ones a greeting. */
  answerInTurn(...answers: StandInAnswer[]): void {
    this.answers = answers;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** A chat completion as such endpoints give it. */
export const completion = (content: string | null, more: object = {}): unknown => ({
  id: "chatcmpl-1",
  object: "chat.completion",
  choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content, ...more } }],
  usage: { prompt_tokens: 42, completion_tokens: 7, total_tokens: 49 },
});
