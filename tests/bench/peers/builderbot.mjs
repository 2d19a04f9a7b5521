// BuilderBot with a provider of its own kind for the stand-in: verifies the webhook, sends by HTTP. Nothing is durable: its
// store is a map, its queue as wide as the load.

import { createHmac, timingSafeEqual } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import { Pool } from "undici";

const { PEERS, PORT, GRAPH_API_URL, NUMBERS } = process.env;
const load = createRequire(path.join(PEERS, "package.json"));
const { addKeyword, createBot, createFlow, createProvider, MemoryDB, ProviderClass } =
  load("@builderbot/bot");
const secrets = new Map(JSON.parse(NUMBERS).map(({ platformId, appSecret }) => [platformId, appSecret]));
const graph = new Pool(GRAPH_API_URL, { connections: 64, pipelining: 1 });

class StandIn extends ProviderClass {
  globalVendorArgs = { name: "bench", port: Number(PORT), writeMyself: "none" };
  numbers = new Map();

  beforeHttpServerInit() {
    // In front of its own reader of JSON, which would leave no bytes to verify.
    this.server.wares.unshift((req, res, next) => (req.method === "POST" ? this.receive(req, res) : next()));
    this.server.bwares = {};
  }

  afterHttpServerInit() {}

  busEvents() {
    return [];
  }

  async initVendor() {
    this.vendor = {};
    return this.vendor;
  }

  receive(req, res) {
    const chunks = [];
    req.on("data", (chunk) => chunks.push(chunk));
    req.on("end", () => {
      const bytes = Buffer.concat(chunks);
      const value = JSON.parse(bytes).entry?.[0].changes[0].value;
      if (!value) return res.writeHead(400).end();
      const number = value.metadata.phone_number_id;
      const expected = createHmac("sha256", secrets.get(number)).update(bytes).digest();
      const given = Buffer.from(String(req.headers["x-hub-signature-256"]).slice(7), "hex");
      if (!timingSafeEqual(expected, given)) return res.writeHead(401).end();
      res.writeHead(200).end("OK");
      // Statuses of its sends come, too.
      for (const { from, text } of value.messages ?? []) {
        this.numbers.set(from, number);
        this.emit("message", { from, body: text.body, name: value.contacts[0].profile.name });
      }
    });
  }

  async sendMessage(to, message) {
    const answer = await graph.request({
      path: `/v25.0/${this.numbers.get(to)}/messages`,
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer token" },
      body: JSON.stringify({ messaging_product: "whatsapp", to, type: "text", text: { body: message } }),
    });
    return answer.body.json();
  }

  async saveFile() {
    return "";
  }
}

/** Its own looks through everything that was ever said. */
class Latest extends MemoryDB {
  latest = new Map();

  async getPrevByNumber(from) {
    return this.latest.get(from);
  }

  async save(entry) {
    if (entry.keyword) this.latest.set(entry.from, entry);
  }
}

const flow = addKeyword("/^hola/i", { regex: true }).addAnswer("Hola, Ana").addAnswer("¿Qué deseas?");
const bot = await createBot(
  { flow: createFlow([flow]), provider: createProvider(StandIn), database: new Latest() },
  { queue: { timeout: 20_000, concurrencyLimit: 200 } },
);
bot.httpServer(Number(PORT));
