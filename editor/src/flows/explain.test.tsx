/** The question “Who answers?” against a server that answers as the contract says. */

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TestProvider } from "../test-provider.tsx";
import { ExplainDialog } from "./ExplainDialog.tsx";

const ID = (n: number) => `0190a000-0000-7000-8000-00000000000${n}`;
const at = "2026-01-01T00:00:00.000Z";
const flow = (n: number, name: string) => ({
  id: ID(n),
  name,
  revision: 1,
  published: null,
  changed: false,
  keywords: [],
  liveSessions: 0,
  updatedAt: at,
});
const trigger = (n: number, reason: string) => ({ flowId: ID(n), keyword: "hola", mode: "word", reason });
const NOTHING = { winner: null, candidates: [], notNow: [], folded: "", word: null };

let answers: Record<string, object>;
let asked: unknown[];

beforeEach(() => {
  answers = {};
  asked = [];
  vi.stubGlobal("fetch", async (input: Request | URL | string, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace("/api/v1", "");
    if (path === "/flows") return Response.json({ items: [flow(1, "Greeting")], nextCursor: null });
    if (path === "/channels") return Response.json({ items: [], nextCursor: null });
    if (path === `/flows/${ID(2)}`) return Response.json({ ...flow(2, "Old greeting"), definition: {} });
    const body: { text: string } = await request.json();
    asked.push(body);
    return Response.json(answers[body.text] ?? { ...NOTHING, folded: body.text });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function openDialog() {
  render(
    <TestProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MemoryRouter>
          <ExplainDialog opened onClose={() => {}} />
        </MemoryRouter>
      </QueryClientProvider>
    </TestProvider>,
  );
  return userEvent.setup({ delay: null });
}

it("names who answers, who is next, who is left out, each with its reason", async () => {
  const winner = trigger(1, "The message is exactly “hola”.");
  answers.HÓLA = {
    winner,
    candidates: [winner, trigger(2, "It has the word “hola”. Next in line: an exact match goes before.")],
    notNow: [trigger(2, "It is for opening hours, and now is closed.")],
    folded: "hola",
    word: null,
  };
  const user = openDialog();
  await user.type(screen.getByLabelText("When a customer writes"), "HÓLA");
  const starts = within(await screen.findByRole("region", { name: "Starts" }));
  expect(await starts.findByRole("link", { name: "Greeting" })).toBeDefined();
  expect(starts.getByText("The message is exactly “hola”.")).toBeDefined();
  const next = within(screen.getByRole("region", { name: "Next in line" }));
  const link = await next.findByRole("link", { name: "Old greeting" });
  expect(link.getAttribute("href")).toBe(`/flows/${ID(2)}`);
  expect(
    within(screen.getByRole("region", { name: "Fits, but not now" })).getByText(/now is closed/),
  ).toBeDefined();
  expect(screen.getByText("Compared as “hola”.")).toBeDefined();
  // Asked once the typing paused, not at each letter.
  expect(asked).toEqual([{ text: "HÓLA" }]);
});

it("says when nobody answers, and when a word means the same in every flow", async () => {
  const user = openDialog();
  const field = screen.getByLabelText("When a customer writes");
  await user.type(field, "xyz");
  expect(await screen.findByText("No flow answers this.")).toBeDefined();
  answers.stop = { ...NOTHING, candidates: [trigger(1, "A catch-all.")], folded: "stop", word: "stop" };
  await user.clear(field);
  await user.type(field, "stop");
  expect(await screen.findByText(/“stop” means “stop writing to me” in every flow/)).toBeDefined();
  expect(screen.getByRole("region", { name: "Would start otherwise" })).toBeDefined();
});
