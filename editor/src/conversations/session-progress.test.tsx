/** Where a customer is, beside the chat: in the flow they stand in now, which may be one that theirs has called. */
import type { Conversation } from "@hilo/server/contract";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { TestProvider } from "../test-provider.tsx";
import { SessionProgress } from "./SessionProgress.tsx";

const id = (n: number) => `0190a000-0000-7000-8000-00000000000${n}`;
const at = "2026-01-01T00:00:00.000Z";
const [SESSION, MAIN, MAIN_VERSION, SUB, SUB_VERSION, CONVERSATION] = [1, 2, 3, 4, 5, 6].map(id);

const flow = (name: string, text: string) => ({
  format: "hilo.flow/1",
  name,
  nodes: [
    { id: "start", type: "start", data: {}, position: { x: 0, y: 0 } },
    {
      id: "ask",
      type: "ask",
      name: text,
      data: { text, kind: "text", saveAs: "x" },
      position: { x: 340, y: 0 },
    },
    {
      id: "call",
      type: "call-flow",
      name: `${name} calls`,
      data: { flow: "Sub" },
      position: { x: 680, y: 0 },
    },
  ],
  edges: [
    { id: "e0", source: "start", target: "ask" },
    { id: "e1", source: "ask", target: "call" },
  ],
});
const version = { number: 1, note: null, createdBy: null, createdAt: at, current: true };
const entered = (nodeId: string) => ({ type: "node-entered", nodeId });
const TRACE = [
  entered("ask"),
  { type: "port-taken", nodeId: "ask", port: "next", target: "call" },
  entered("call"),
  { type: "flow-called", nodeId: "call", flow: SUB_VERSION },
  entered("ask"),
];

const ANSWERS: Record<string, unknown> = {
  [`/sessions/${SESSION}`]: {
    id: SESSION,
    status: "Paused",
    flowId: MAIN,
    flowName: "Main",
    flowVersionId: MAIN_VERSION,
    conversationId: CONVERSATION,
    contact: { id: CONVERSATION, name: "Ana" },
    nodeId: "ask",
    standsIn: { flowId: SUB, flowName: "Sub", flowVersionId: SUB_VERSION },
    variables: {},
    endReason: null,
    error: null,
    startedAt: at,
    updatedAt: at,
    endedAt: null,
  },
  [`/sessions/${SESSION}/events`]: {
    items: [{ seq: 1, input: {}, effects: [], trace: TRACE, at }],
    nextCursor: null,
  },
  [`/flows/${MAIN}`]: {
    id: MAIN,
    name: "Main",
    revision: 1,
    published: null,
    changed: false,
    keywords: [],
    liveSessions: 1,
    updatedAt: at,
    definition: flow("Main", "Your colour?"),
  },
  [`/flows/${SUB}/versions/${SUB_VERSION}`]: {
    id: SUB_VERSION,
    ...version,
    definition: flow("Sub", "Your size?"),
  },
};

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("fetch", async (input: Request | URL | string, init?: RequestInit) => {
    const path = new URL(new Request(input, init).url).pathname.replace("/api/v1", "");
    const answer = ANSWERS[path];
    return answer
      ? Response.json(answer)
      : Response.json({ error: { code: "not-found", message: path } }, { status: 404 });
  });
});
afterEach(cleanup);
// The first import of the canvas takes seconds on a busy machine; no test should pay for it.
beforeAll(() => import("../canvas/StillCanvas.tsx"), 60_000);

const conversation: Conversation = {
  id: CONVERSATION ?? "",
  contact: { id: CONVERSATION ?? "", name: "Ana", phone: null, tags: [] },
  channel: { id: id(7), name: "Shop", platform: "whatsapp" },
  mode: "Bot",
  status: "open",
  assignee: null,
  team: null,
  unread: 0,
  lastMessage: null,
  windowExpiresAt: null,
  session: {
    id: SESSION ?? "",
    status: "Paused",
    flowId: MAIN ?? "",
    flowName: "Main",
    flowVersionId: MAIN_VERSION ?? "",
    nodeId: "ask",
  },
  createdAt: at,
};

function shown() {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <TestProvider>
      <QueryClientProvider client={queries}>
        <MemoryRouter>
          <SessionProgress conversation={conversation} />
        </MemoryRouter>
      </QueryClientProvider>
    </TestProvider>,
  );
}

it("draws the version that they stand in, and lights the step where they are", async () => {
  shown();
  expect((await screen.findByRole("link", { name: "Sub" })).getAttribute("href")).toBe(`/flows/${SUB}`);
  await waitFor(() => expect(document.querySelectorAll("article")).toHaveLength(3));
  const here = [...document.querySelectorAll("article[data-here]")];
  expect(here.map((card) => card.getAttribute("aria-label"))).toEqual(["Your size?"]);
  // Passed in the flow that called, under the same id as a step of this one.
  expect(document.querySelectorAll("article[data-lit]")).toHaveLength(1);
});

it("lists the steps passed in both flows by their own names", async () => {
  shown();
  await userEvent.click(await screen.findByRole("radio", { name: "List" }));
  await screen.findByText("Your size?");
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Your colour?",
    "Main calls",
    "Your size?",
  ]);
  expect(document.querySelector("article")).toBeNull();
});
