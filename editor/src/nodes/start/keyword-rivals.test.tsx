/** What is said below a keyword while it is typed. */
import type { TriggerExplanation } from "@hilo/server/contract";
import { screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OTHER_FLOW, openStep } from "../open-step.tsx";
import { rivalsOf } from "./keyword-rivals.ts";

const THIS_FLOW = "0190a000-0000-7000-8000-000000000009";
const candidate = (flowId: string, reason: string) => ({ flowId, keyword: "hola", mode: "word", reason });
const own = candidate(THIS_FLOW, "Own.");
const other = candidate(OTHER_FLOW.id, "Other.");
const NOTHING: TriggerExplanation = { winner: null, candidates: [], notNow: [], folded: "hola", word: null };

describe("a keyword", () => {
  const said = (explanation: Partial<TriggerExplanation>) =>
    rivalsOf({ ...NOTHING, ...explanation }, THIS_FLOW);
  it.each([
    ["nobody else takes", { candidates: [own] }, null],
    [
      "another flow takes before",
      { candidates: [other, own] },
      { outcome: "lost", others: [OTHER_FLOW.id], why: "Own." },
    ],
    [
      "goes before another's",
      { candidates: [own, other] },
      { outcome: "won", others: [OTHER_FLOW.id], why: "Other." },
    ],
    ["has two triggers of the flow", { candidates: [own, own] }, null],
    ["holds only sometimes", { candidates: [other], notNow: [own] }, { outcome: "shared", why: null }],
    [
      "another takes only sometimes",
      { candidates: [own], notNow: [other] },
      { outcome: null, sometimes: [OTHER_FLOW.id] },
    ],
    ["another drafts", { candidates: [own], drafts: [other] }, { outcome: null, drafts: [OTHER_FLOW.id] }],
    [
      "means something everywhere",
      { candidates: [own], word: "stop" as const },
      { word: "stop", outcome: null },
    ],
  ])("that %s", (_, explanation, rivals) => {
    if (rivals === null) expect(said(explanation)).toBeNull();
    else expect(said(explanation)).toMatchObject(rivals);
  });
});

describe("in the form", () => {
  let asked: { text: string; draft: { flowId: string; triggers: { keyword: string }[] } }[];
  beforeEach(() => {
    asked = [];
    vi.stubGlobal("fetch", async (input: Request | URL | string, init?: RequestInit) => {
      const question = await new Request(input, init).json();
      asked.push(question);
      const taken = question.text === "hola";
      return Response.json(
        taken ? { ...NOTHING, winner: other, candidates: [other, own], drafts: [] } : NOTHING,
      );
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it("is asked for once the typing pauses, as the draft is then, and the winner is a link", async () => {
    const { user, store } = openStep("start", {}, THIS_FLOW);
    store.getState().run({
      type: "set-triggers",
      args: { triggers: [{ type: "keyword", keyword: "x", mode: "word" }] },
    });
    const field = await screen.findByLabelText("Keyword");
    await user.clear(field);
    await user.type(field, "hola");
    const link = await screen.findByRole("link", { name: OTHER_FLOW.name }, { timeout: 5_000 });
    expect(link.getAttribute("href")).toBe(`/flows/${OTHER_FLOW.id}`);
    expect(link.closest("p")?.textContent).toBe(`“hola” starts ${OTHER_FLOW.name}, not this flow.`);
    expect(screen.getByText("Own.")).toBeDefined();
    const last = asked.at(-1);
    expect(last).toMatchObject({
      text: "hola",
      draft: { flowId: THIS_FLOW, triggers: [{ keyword: "hola" }] },
    });
    // Not at every letter.
    expect(asked.map(({ text }) => text)).not.toContain("hol");
    await user.type(field, "s");
    await vi.waitFor(() => expect(screen.queryByRole("link")).toBeNull(), 5_000);
  });
});
