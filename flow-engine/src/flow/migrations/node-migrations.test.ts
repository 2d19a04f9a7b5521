/** Each migration of a node's data, by what was before and after it: `fixtures/<type>-<version>.json`. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isNodeType, nodeSpec } from "../../nodes/index.ts";
import { parseFlow } from "../parse.ts";
import { migrateFlow, NODE_MIGRATIONS } from "./index.ts";

const data = z.record(z.string(), z.unknown());
const fixturesSchema = z.array(z.strictObject({ name: z.string(), before: data, after: data })).min(1);
const fileOf = (name: string) => fileURLToPath(new URL(`./fixtures/${name}.json`, import.meta.url));
const flow = (type: string, version: number, given: object) => ({
  format: "hilo.flow/1",
  name: "Old",
  nodes: [{ id: "n", type, ...(version === 1 ? {} : { version }), data: given }],
  edges: [],
});

describe.each(NODE_MIGRATIONS)("$type, from version $from", ({ type, from }) => {
  const file = fileOf(`${type}-${from}`);

  it("has fixtures", () => {
    expect(existsSync(file)).toBe(true);
  });

  it.each(fixturesSchema.parse(JSON.parse(readFileSync(file, "utf8"))))("$name", ({ before, after }) => {
    const migrated = migrateFlow(flow(type, from, before));
    expect(migrated).toMatchObject({ ok: true, definition: { nodes: [{ data: after }] } });
    const parsed = parseFlow(flow(type, from, before));
    if (!parsed.ok || !isNodeType(type)) throw new Error("not read");
    expect(
      nodeSpec(type).schema.safeParse(parsed.flow.nodes.find(({ id }) => id === "n")?.data).success,
    ).toBe(true);
  });
});

it("data of a newer version than this one knows stays as it is", () => {
  const newer = flow("http-request", 99, { secret: "shop" });
  expect(migrateFlow(newer)).toEqual({ ok: true, definition: newer });
});
