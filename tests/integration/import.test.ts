// Flows out of files: looked at, made into drafts, exported again; examples to begin with.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../support/app.ts";

const app = useApp();
let key = "";
beforeAll(async () => {
  key = await app.keyFor("owner");
});
const root = fileURLToPath(new URL("../..", import.meta.url));
const file = (name: string) => path.join(root, "flow-engine/src/import", name);
const source = async (name: string): Promise<unknown> => JSON.parse(await readFile(file(name), "utf8"));
const post = (route: string, body: unknown) => app.call("POST", route, { key, body });

describe("an import", () => {
  it("looks at a file and makes nothing of it until it is told to", async () => {
    const before = (await app.call("GET", "/flows?limit=200", { key })).json.items.length;
    const seen = await post("/flows/import", { source: await source("rapidpro/fixtures/clinic.json") });
    expect(seen.status).toBe(200);
    expect(seen.json).toMatchObject({
      kind: "rapidpro",
      flows: [{ name: "Clinic", flowId: null }, { name: "Goodbye" }],
    });
    expect(seen.json.flows[0].report).toContainEqual(
      expect.objectContaining({
        kind: "action",
        id: "a6",
        outcome: "dropped",
        why: "Airtime is not transferred.",
      }),
    );
    expect((await app.call("GET", "/flows?limit=200", { key })).json.items).toHaveLength(before);
  });

  it("makes drafts of the flows chosen, which can be published and exported again", async () => {
    const body = { source: await source("rapidpro/fixtures/clinic.json"), create: [1] };
    const made = await post("/flows/import", body);
    const { flowId } = made.json.flows[1];
    expect(made.json.flows[0].flowId).toBeNull();
    expect((await post(`/flows/${flowId}/publish`, {})).json.published.number).toBe(1);
    const exported = await app.call("GET", `/flows/${flowId}/export`, { key });
    expect(exported.json).toMatchObject({ format: "hilo.flow/1", name: "Goodbye" });
    const again = await post("/flows/import", { source: exported.json });
    expect(again.json).toMatchObject({ kind: "hilo", flows: [{ name: "Goodbye" }] });
  });

  it("refuses what it can't read, saying what to do, and roles that may not write flows", async () => {
    const refused = await post("/flows/import", { source: { hello: 1 } });
    expect([refused.status, refused.json.error.code]).toEqual([422, "import-refused"]);
    expect(refused.json.error.message).toMatch(/Choose a flow exported from/);
    const viewer = await app.keyFor("viewer");
    expect((await app.call("POST", "/flows/import", { key: viewer, body: { source: {} } })).status).toBe(403);
  });
});

it("the examples are there to be read", async () => {
  expect((await app.call("GET", "/example-flows", { key })).json).toEqual({ items: [] });
});
