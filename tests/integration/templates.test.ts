/** Templates: asked of Meta page by page, kept up by its webhooks, shown with what has to be filled in. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { channelSecretAad } from "../../server/src/channels/secrets.ts";
import { newId } from "../../server/src/db/ids.ts";
import { useApp } from "../support/app.ts";
import { GraphStandIn, metaError, postSigned } from "../support/graph-stand-in.ts";

const WABA = "102290129340398";
const NUMBER = "106540352242922";
const SECRET = "the app's secret";

let graph: GraphStandIn;
const env: Record<string, string> = { META_APP_SECRET: SECRET, META_APP_ID: "4242" };
beforeAll(async () => {
  graph = await GraphStandIn.start();
  env.GRAPH_API_URL = graph.url;
});
afterAll(() => graph.stop());
const app = useApp(env);

let key = "";
let channelId = "";

const template = (id: number, name: string, status = "APPROVED", more = {}) => ({
  id: `${id}`,
  name,
  language: "es",
  status,
  category: "UTILITY",
  components: [{ type: "BODY", text: `Hola {{1}}, ${name}`, example: { body_text: [["Ana"]] } }],
  ...more,
});

beforeEach(async () => {
  const { prisma, secrets } = app.app.runtime;
  const workspaceId = await app.workspaceId();
  await prisma.template.deleteMany();
  await prisma.channel.deleteMany({ where: { platform: "whatsapp" } });
  channelId = newId();
  const accessToken = secrets.seal("tok", channelSecretAad(workspaceId, channelId, "accessToken"));
  await prisma.channel.create({
    data: { workspaceId, id: channelId, platform: "whatsapp", name: "Shop", platformId: NUMBER, accessToken },
  });
  app.app.services.directory.invalidate();
  key = await app.keyFor("admin");
  graph.account.nodes.set(NUMBER, {
    health_status: {
      entities: [
        { entity_type: "PHONE_NUMBER", id: NUMBER },
        { entity_type: "WABA", id: WABA },
      ],
    },
  });
  graph.account.templates.set(WABA, [
    template(1, "bienvenida"),
    template(2, "cita", "PENDING"),
    template(3, "oferta", "REJECTED", { rejected_reason: "PROMOTIONAL" }),
    template(4, "recibo", "APPROVED", { quality_score: { score: "YELLOW" } }),
    template(5, "saludo"),
  ]);
});

const sync = () => app.call("POST", "/templates/sync", { key, body: { channelId } });
const list = async (query = "") => (await app.call("GET", `/templates${query}`, { key })).json;

const notice = async (field: string, value: Record<string, unknown>) => {
  const body = {
    object: "whatsapp_business_account",
    entry: [{ id: WABA, time: 1760000000, changes: [{ field, value }] }],
  };
  expect(await postSigned(`${app.url}/api/webhooks/whatsapp`, SECRET, body)).toBe(200);
};

describe("asking Meta", () => {
  test("all pages are read, the account is found by the number, and lists come page by page", async () => {
    const { status, json } = await sync();
    expect(status).toBe(200);
    expect(json.channels).toEqual([{ channelId, name: "Shop", found: 5, removed: 0, problem: null }]);
    const first = await list("?limit=3");
    expect(first.items.map((item: { name: string }) => item.name)).toEqual(["bienvenida", "cita", "oferta"]);
    const rest = await list(`?limit=3&cursor=${first.nextCursor}`);
    expect(rest.items.map((item: { name: string }) => item.name)).toEqual(["recibo", "saludo"]);
    expect(rest.items[0]).toMatchObject({ quality: "YELLOW", sendable: true, problem: null });
    expect(rest.nextCursor).toBeNull();
    expect(first.items[0].fields.body).toEqual([{ name: null, example: "Ana" }]);
  });

  test("what is gone at Meta goes here, and what changed is changed", async () => {
    await sync();
    graph.account.templates.set(WABA, [template(1, "bienvenida", "PAUSED"), template(9, "nueva")]);
    expect((await sync()).json.channels[0]).toMatchObject({ found: 2, removed: 4 });
    const { items } = await list();
    expect(items.map((item: { name: string; status: string }) => [item.name, item.status])).toEqual([
      ["bienvenida", "PAUSED"],
      ["nueva", "APPROVED"],
    ]);
    expect(items[0]).toMatchObject({ sendable: false, problem: expect.stringContaining("paused") });
  });

  test("a refusal in the middle of the pages leaves everything as it was and says why", async () => {
    await sync();
    graph.account.failNext("GET", /message_templates/, 400, metaError(80007, "Too many calls"));
    const { json } = await sync();
    expect(json.channels[0].problem).toContain("Too many calls");
    expect((await list()).items).toHaveLength(5);
  });

  test("without a word of Meta on the account nothing is guessed", async () => {
    graph.account.nodes.set(NUMBER, {});
    expect((await sync()).json.channels[0].problem).toContain("whatsapp_business_management");
    graph.account.addToken("tok", { whatsappAccounts: ["1", WABA] });
    graph.account.numbers.set("1", [{ id: "another" }]);
    graph.account.numbers.set(WABA, [{ id: "x" }, { id: "y" }, { id: NUMBER }]);
    expect((await sync()).json.channels[0]).toMatchObject({ found: 5, problem: null });
  });

  test("only those that may be sent, or with a word in them", async () => {
    await sync();
    expect((await list("?sendable=true")).items).toHaveLength(3);
    expect((await list("?search=recibo")).items).toHaveLength(1);
    expect((await list("?search=100%25")).items).toHaveLength(0);
  });

  test("one of another workspace is not there", async () => {
    await sync();
    const { items } = await list();
    const stranger = await app.stranger();
    expect((await app.call("GET", `/templates/${items[0].id}`, { key: stranger.key })).status).toBe(404);
    expect(
      (await app.call("POST", "/templates/sync", { key: stranger.key, body: { channelId } })).status,
    ).toBe(404);
  });
});

describe("what Meta tells by itself", () => {
  const one = async (name: string) => (await list(`?search=${name}`)).items[0];
  /** Every piece of news was taken up. */
  const settled = () =>
    vi.waitFor(async () => {
      const { inboxEvent } = app.app.runtime.prisma;
      expect(await inboxEvent.count({ where: { state: "account" } })).toBe(0);
    }, 8_000);

  test("a template is paused, loses quality, changes its category, and goes", async () => {
    await sync();
    const about = (name: string, id: number) => ({
      message_template_id: id,
      message_template_name: name,
      message_template_language: "es",
    });
    graph.account.templates.set(WABA, [
      template(1, "bienvenida", "PAUSED", {
        rejected_reason: "LOW_QUALITY",
        quality_score: { score: "RED" },
      }),
      template(4, "recibo", "APPROVED", { category: "MARKETING" }),
    ]);
    await notice("message_template_quality_update", { ...about("bienvenida", 1), new_quality_score: "RED" });
    await notice("message_template_status_update", {
      ...about("bienvenida", 1),
      event: "PAUSED",
      reason: "LOW_QUALITY",
    });
    await notice("template_category_update", { ...about("recibo", 4), new_category: "MARKETING" });
    await notice("message_template_status_update", { ...about("saludo", 5), event: "DELETED" });
    await settled();
    await vi.waitFor(async () => {
      expect(await one("bienvenida")).toMatchObject({ status: "PAUSED", quality: "RED", sendable: false });
      expect((await one("recibo")).category).toBe("MARKETING");
      expect(await one("saludo")).toBeUndefined();
    }, 8_000);
  });

  test("a template that was made a moment ago is asked for", async () => {
    await sync();
    graph.account.templates.set(WABA, [template(77, "nueva")]);
    await notice("message_template_status_update", {
      message_template_id: 77,
      message_template_name: "nueva",
      message_template_language: "es",
      event: "APPROVED",
      reason: "NONE",
    });
    await vi.waitFor(async () => expect(await one("nueva")).toMatchObject({ status: "APPROVED" }), 8_000);
  });

  test("a disabled account holds its numbers, a reinstated one lets them go on; a person's pause stays", async () => {
    await sync();
    const state = async () => (await app.call("GET", `/channels/${channelId}`, { key })).json;
    await notice("account_update", { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE" } });
    await vi.waitFor(async () => expect((await state()).state).toBe("paused"), 8_000);
    expect((await state()).stateReason).toContain("disabled this WhatsApp account");
    await notice("account_update", { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "REINSTATE" } });
    await vi.waitFor(async () => expect((await state()).state).toBe("active"), 8_000);
    await app.call("PATCH", `/channels/${channelId}`, { key, body: { state: "paused" } });
    await notice("account_update", { event: "ACCOUNT_RECONNECTED" });
    await settled();
    expect((await state()).state).toBe("paused");
  });

  test("news of an account that nobody has are kept and ignored", async () => {
    const body = {
      object: "whatsapp_business_account",
      entry: [
        { id: "555", changes: [{ field: "message_template_status_update", value: { event: "APPROVED" } }] },
      ],
    };
    expect(await postSigned(`${app.url}/api/webhooks/whatsapp`, SECRET, body)).toBe(200);
    const { inboxEvent } = app.app.runtime.prisma;
    const kept = await inboxEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(kept).toMatchObject({ state: "ignored", kind: "other" });
  });
});
