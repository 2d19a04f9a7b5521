/** Language models and notifications: real calls to a stand-in, real mail to a real SMTP server. */
import type { AddressInfo } from "node:net";
import { makeFlow } from "@hilo/flow-engine/testing";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { drainShard } from "../../server/src/conversations/drain.ts";
import { newId } from "../../server/src/db/ids.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import { addressRules } from "../../server/src/net/address-rules.ts";
import { createGuardedFetch } from "../../server/src/net/guarded-fetch.ts";
import { createMailer, type Mailer } from "../../server/src/tasks/mailer.ts";
import { createTaskPerformer } from "../../server/src/tasks/perform-tasks.ts";
import { secretAad } from "../../server/src/tasks/task-data.ts";
import { useTestDatabase } from "../support/database.ts";
import { completion, ModelStandIn } from "../support/model-stand-in.ts";
import { type TestRuntime, testRuntime } from "../support/test-runtime.ts";
import { createWorld, type World } from "../support/world.ts";

const db = useTestDatabase();
const guarded = createGuardedFetch(addressRules(["127.0.0.1"]));
let standIn: ModelStandIn;
let smtp: SMTPServer;
let mailer: Mailer;
let mails: { to: string[]; text: string }[] = [];
let runtime: TestRuntime;
let flows: PublishedFlows;
let world: World;

beforeAll(async () => {
  standIn = await ModelStandIn.start();
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(
        address.startsWith("nobody") ? Object.assign(new Error("no such user"), { responseCode: 550 }) : null,
      ),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", () => resolve()));
  const { port } = smtp.server.address() as AddressInfo;
  mailer = createMailer(`smtp://127.0.0.1:${port}`, "Shop <shop@example.org>");
});
afterAll(async () => {
  mailer.close();
  standIn.stop();
  await guarded.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});
beforeEach(async () => {
  mails = [];
  standIn.calls.length = 0;
  standIn.answerInTurn();
  runtime = testRuntime(db);
  flows = new PublishedFlows();
  world = await createWorld(db);
});

type Sketch = Parameters<typeof makeFlow>[0];

/** Publishes a flow, lets a customer begin it, and performs what it asks for until it asks for nothing. */
async function play(nodes: Sketch["nodes"], edges: Sketch["edges"], outlet: Mailer | null = mailer) {
  const triggers = [{ type: "keyword", keyword: "go", mode: "starts-with" } as const];
  await world.publish(makeFlow({ triggers, nodes, edges }));
  await says("go on then");
  await perform(outlet);
}

const says = async (text: string) => drainShard(runtime, flows, await world.customer("34600000001", text));

async function perform(outlet: Mailer | null = mailer): Promise<void> {
  const tasks = createTaskPerformer(runtime, { guarded, mailer: outlet });
  for (let rounds = 0; rounds < 5; rounds += 1) {
    await tasks.performDue();
    for (const [name, key] of runtime.woken.splice(0))
      if (name === "drain") await drainShard(runtime, flows, Number(key));
  }
}

async function words(): Promise<string[]> {
  const { rows } = await db.pool.query<{ text: string }>(
    "SELECT text FROM messages WHERE workspace_id = $1 AND direction = 'out' ORDER BY seq",
    [world.workspaceId],
  );
  return rows.map(({ text }) => text);
}

async function secret(name: string, value: string): Promise<void> {
  const id = newId();
  const { workspaceId } = world;
  const sealed = runtime.secrets.seal(value, secretAad(workspaceId, id));
  await db.prisma.secret.create({ data: { workspaceId, id, name, value: sealed } });
}

const ko: Sketch["nodes"][string] = ["text", { text: "ko {{ error_code }}: {{ error_message }}" }];

describe("a model", () => {
  const model = () => ({ url: standIn.url, model: "small", secret: "key", retries: 0 });

  it("is asked with the key, the system's words and the chat so far, and its answer is said", async () => {
    await secret("key", "sk-test");
    standIn.answerInTurn({ body: completion("We open at nine. Come by!") });
    await play(
      { t: ["text", { text: "Hi" }], a: ["ai-reply", { ...model(), system: "Be {{ contact.name }}." }] },
      ["start > t", "t > a"],
    );
    expect(await words()).toEqual(["Hi", "We open at nine. Come by!"]);
    expect(standIn.calls).toHaveLength(1);
    expect(standIn.calls[0]).toMatchObject({
      path: "/chat/completions",
      headers: { authorization: "Bearer sk-test" },
      body: {
        model: "small",
        messages: [
          { role: "system", content: "Be Ana." },
          { role: "user", content: "go on then" },
          { role: "assistant", content: "Hi" },
        ],
      },
    });
  });

  it("is counted by the tokens it used, and shows that it writes", async () => {
    await secret("key", "sk-test");
    await play({ a: ["ai-reply", model()] }, ["start > a"]);
    const { rows } = await db.pool.query(
      "SELECT metric, count::int FROM monthly_usage WHERE workspace_id = $1 ORDER BY metric",
      [world.workspaceId],
    );
    expect(rows).toEqual([
      { metric: "ai-answers", count: 1 },
      { metric: "ai-input-tokens", count: 42 },
      { metric: "ai-output-tokens", count: 7 },
    ]);
    expect(runtime.signalled).toMatchObject([{ kind: "typing", externalId: "34600000001" }]);
  });

  it("sorts a text into the flow's categories, also when it wraps its JSON in words", async () => {
    await secret("key", "sk-test");
    standIn.answerInTurn({ body: completion('Sure: ```json\n{"category":"cat-1"}\n```') });
    const categories = [
      { id: "cat-0", title: "Complaint" },
      { id: "cat-1", title: "Order" },
    ];
    await play(
      {
        c: ["ai-classify", { ...model(), categories }],
        no: ["text", { text: "complaint" }],
        yes: ["text", { text: "order" }],
      },
      ["start > c", "c:cat-0 > no", "c:cat-1 > yes"],
    );
    expect(await words()).toEqual(["order"]);
    expect(standIn.calls[0]?.body.response_format).toMatchObject({ type: "json_schema" });
  });

  it.each([
    ["a key that is not stored", {}, null, "secret-missing"],
    [
      "a refusal of the endpoint",
      { status: 401, body: { error: { message: "Incorrect API key" } } },
      "x",
      "http-status",
    ],
    ["an answer that is none", { body: { hello: 1 } }, "x", "bad-answer"],
    ["a model that refuses", { body: completion(null, { refusal: "not that" }) }, "x", "ai-refused"],
    ["an empty answer", { body: completion("") }, "x", "ai-empty-answer"],
  ])("that fails leads to the error branch: %s", async (_, answer, key, code) => {
    if (key) await secret("key", key);
    standIn.answerInTurn({ body: null, ...answer });
    await play({ a: ["ai-reply", model()], ko }, ["start > a", "a:error > ko"]);
    expect((await words())[0]).toMatch(new RegExp(`^ko ${code}: `));
  });

  it("is asked again after a failure that may pass", async () => {
    await secret("key", "sk-test");
    standIn.answerInTurn({ status: 503, body: {} }, { body: completion("At last") });
    await play({ a: ["ai-reply", { ...model(), retries: 1 }] }, ["start > a"]);
    expect(await words()).toEqual(["At last"]);
  });
});

describe("a notification", () => {
  const told: Sketch["nodes"][string] = ["text", { text: "told" }];

  it("goes out by e-mail, with its subject and its text", async () => {
    await play(
      {
        n: [
          "notify",
          {
            by: "email",
            to: "a@example.org, b@example.org",
            subject: "Lead: {{ contact.name }}",
            text: "Wants {{ message.text }}",
            waitForResult: true,
          },
        ],
        told,
      },
      ["start > n", "n > told"],
    );
    expect(await words()).toEqual(["told"]);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toEqual(["a@example.org", "b@example.org"]);
    expect(mails[0]?.text).toContain("Subject: Lead: Ana");
    expect(mails[0]?.text).toContain("From: Shop <shop@example.org>");
    expect(mails[0]?.text).toContain("Wants go on then");
  });

  it.each([
    ["nobody@example.org", "mail-failed", true],
    ["a@example.org", "mail-not-set-up", false],
  ])("that fails leads to the error branch: %s, %s", async (to, code, set) => {
    await play(
      {
        n: ["notify", { by: "email", to, subject: "S", text: "T", waitForResult: true, retries: 0 }],
        told,
        ko,
      },
      ["start > n", "n > told", "n:error > ko"],
      set ? mailer : null,
    );
    expect((await words())[0]).toMatch(new RegExp(`^ko ${code}: `));
    expect(mails).toEqual([]);
  });

  it("is posted to another system, or to a team's chat whose address is a secret", async () => {
    await secret("chat", `${standIn.url}/team`);
    standIn.answerInTurn({ body: {} }, { body: {} });
    await play(
      {
        w: [
          "notify",
          {
            by: "webhook",
            to: `${standIn.url}/lead`,
            data: [{ name: "phone", value: "{{ contact.phone }}" }],
          },
        ],
        c: ["notify", { by: "chat", secret: "chat", text: "{{ contact.name }} needs help" }],
        told,
      },
      ["start > w", "w > c", "c > told"],
    );
    expect(await words()).toEqual(["told"]);
    const calls = standIn.calls.map(({ path, body }) => ({ path, body }));
    expect(calls).toContainEqual({ path: "/lead", body: { phone: "+34600000001" } });
    expect(calls).toContainEqual({ path: "/team", body: { text: "Ana needs help" } });
  });
});
