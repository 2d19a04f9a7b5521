import { describe, expect, it } from "vitest";
import { type FormatMigration, migrateFlow } from "./migrations/index.ts";
import { parseFlow } from "./parse.ts";

const bare = { format: "hilo.flow/1", name: "Hola", nodes: [] };

describe("parseFlow", () => {
  it("fills in what may be left out", () => {
    const parsed = parseFlow(bare);
    expect(parsed.ok && parsed.flow).toMatchObject({
      language: "en",
      triggers: [],
      edges: [],
      settings: { oldTap: "restart" },
    });
  });
  it("reads a bare keyword as contained text", () => {
    const parsed = parseFlow({ ...bare, triggers: [{ type: "keyword", keyword: "hola" }] });
    expect(parsed.ok && parsed.flow.triggers[0]).toMatchObject({ mode: "contains" });
  });
  it("keeps what it does not know", () => {
    const parsed = parseFlow({ ...bare, nodes: [{ id: "a", type: "end", data: {}, color: "red" }] });
    expect(parsed.ok && parsed.flow.nodes[0]).toMatchObject({ color: "red" });
  });
  it("refuses a format it does not know by its name", () => {
    const parsed = parseFlow({ ...bare, format: "hilo.flow/2" });
    expect(parsed.ok || parsed.problems).toEqual([
      {
        code: "format-unknown",
        severity: "error",
        message: "The flow's format is “hilo.flow/2”; this version reads “hilo.flow/1”.",
      },
    ]);
  });
});

describe("migrateFlow", () => {
  const migrations: FormatMigration[] = [
    { from: "draft/1", to: "draft/2", migrate: ({ title, ...rest }) => ({ ...rest, name: title }) },
    { from: "draft/2", to: "hilo.flow/1", migrate: (definition) => ({ nodes: [], ...definition }) },
  ];
  it("goes from format to format up to the current one", () => {
    expect(migrateFlow({ format: "draft/1", title: "Hola" }, migrations)).toEqual({
      ok: true,
      definition: { format: "hilo.flow/1", name: "Hola", nodes: [] },
    });
  });
  it("leaves the definition it was given as it was", () => {
    const given = Object.freeze({ format: "draft/1", title: "Hola" });
    migrateFlow(given, migrations);
    expect(given).toEqual({ format: "draft/1", title: "Hola" });
  });
});
