import { expect, it } from "vitest";
import { createHookTokens } from "./hook-token.ts";

const [WORKSPACE, SESSION] = ["0190a000-0000-7000-8000-000000000001", "7f1e90aa-4b6c-8a2d-9d3c-0242ac120002"];
const [OLD, NEW] = ["11".repeat(32), "22".repeat(32)];

it("opens what it sealed, always the same for the same session", () => {
  const tokens = createHookTokens([NEW]);
  const token = tokens.seal(WORKSPACE, SESSION);
  expect(tokens.open(token)).toEqual({ workspaceId: WORKSPACE, sessionId: SESSION });
  expect(tokens.seal(WORKSPACE, SESSION)).toBe(token);
  expect(token).toMatch(/^[\w-]{64}$/);
});

it("still opens what an older key sealed, and nothing of a key that is gone", () => {
  const token = createHookTokens([OLD]).seal(WORKSPACE, SESSION);
  expect(createHookTokens([NEW, OLD]).open(token)).not.toBeNull();
  expect(createHookTokens([NEW]).open(token)).toBeNull();
});

it("opens nothing that was changed, cut or made up", () => {
  const tokens = createHookTokens([NEW]);
  const token = tokens.seal(WORKSPACE, SESSION);
  const bytes = Buffer.from(token, "base64url");
  for (const at of [0, 20, 47]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(tokens.open(changed.toString("base64url"))).toBeNull();
  }
  for (const bad of ["", "x", token.slice(1), `${token}=`, `${token}AA`, "é".repeat(64)])
    expect(tokens.open(bad)).toBeNull();
});
