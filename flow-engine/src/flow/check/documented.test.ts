/** `docs/checks.md` has a section for each code that the checks of flows give, and for nothing else. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const DOCS = fileURLToPath(new URL("../../../../docs/checks.md", import.meta.url));
/** Given by the server, which knows the other flows, and by the parser. */
const ELSEWHERE = ["keyword-shadowed", "flow-invalid", "format-unknown", "text-may-be-cut"];

it("each code of a check has its section", () => {
  const sources = readdirSync(HERE).filter((name) => name.endsWith(".ts") && !name.includes(".test."));
  const codes = sources.flatMap((name) =>
    [...readFileSync(`${HERE}${name}`, "utf8").matchAll(/code: "([a-z-]+)"/g)].map(([, code]) => code),
  );
  const sections = [...readFileSync(DOCS, "utf8").matchAll(/^### `([a-z-]+)`$/gm)].map(([, code]) => code);
  expect([...new Set(sections)].sort()).toEqual([...new Set([...codes, ...ELSEWHERE])].sort());
});
