/** Sessions chosen in the list, and what is done to them at once. */
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TestProvider } from "../test-provider.tsx";
import { SessionsPage } from "./SessionsPage.tsx";

const id = (n: number) => `0190a000-0000-7000-8000-00000000000${n}`;
const at = "2026-01-01T00:00:00.000Z";
const FLOW = id(9);

const session = (n: number, name: string, status = "Paused") => ({
  id: id(n),
  status,
  flowId: FLOW,
  flowName: "Orders",
  flowVersionId: id(8),
  conversationId: id(7),
  contact: { id: id(6), name },
  nodeId: "ask",
  standsIn: null,
  variables: {},
  endReason: null,
  error: status === "Errored" ? { code: "limit-visits", message: "Too many", nodeId: null } : null,
  startedAt: at,
  updatedAt: at,
  endedAt: null,
});

/** What it was asked for and what it was told to do. */
let lists: URLSearchParams[] = [];
let deeds: { path: string; body: unknown }[] = [];
let answer: object = {};

beforeEach(() => {
  lists = [];
  deeds = [];
  vi.stubGlobal("fetch", async (input: Request | URL | string, init?: RequestInit) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace("/api/v1", "");
    if (request.method === "POST") {
      deeds.push({ path, body: await request.json() });
      return Response.json(answer);
    }
    if (path !== "/sessions") return Response.json({ items: [], nextCursor: null });
    lists.push(searchParams);
    const items = [session(1, "Ana"), session(2, "Ben"), session(3, "Cleo", "Errored")];
    return Response.json({ items, nextCursor: "bmV4dA" });
  });
});
afterEach(cleanup);

async function opened(address = "/sessions") {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <TestProvider>
      <QueryClientProvider client={queries}>
        <Notifications />
        <MemoryRouter initialEntries={[address]}>
          <SessionsPage />
        </MemoryRouter>
      </QueryClientProvider>
    </TestProvider>,
  );
  await screen.findByText("Ana");
  return userEvent.setup({ delay: null });
}

const button = (name: string) => screen.getByRole("button", { name });

it("ends those that were ticked, and says which could not be ended and why", async () => {
  const user = await opened();
  expect(screen.queryByRole("checkbox", { name: "Select the session of Cleo" })).toBeNull();
  await user.click(screen.getByRole("checkbox", { name: "Select the session of Ana" }));
  await user.click(screen.getByRole("checkbox", { name: "Select the session of Ben" }));
  const bar = screen.getByText("2 selected").parentElement ?? document.body;
  await user.click(within(bar).getByRole("button", { name: "End them" }));
  answer = {
    results: [
      { sessionId: id(1), contactName: "Ana", done: true, reason: null },
      { sessionId: id(2), contactName: "Ben", done: false, reason: "ended" },
    ],
    more: false,
  };
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "End them" }));
  const told = await screen.findByRole("dialog", { name: "1 session was ended" });
  expect(deeds).toEqual([{ path: "/sessions/end", body: { ids: [id(1), id(2)] } }]);
  expect(within(told).getByRole("listitem").textContent).toBe("BenIt had ended already");
  await user.click(within(told).getByRole("button", { name: "Close" }));
  expect(screen.queryByText("2 selected")).toBeNull();
});

it("moves all that fit, also those that are not shown, by the filter of the list", async () => {
  const user = await opened(`/sessions?flowId=${FLOW}&nodeId=ask&olderThanHours=24`);
  expect(Object.fromEntries(lists[0] ?? [])).toEqual({
    flowId: FLOW,
    nodeId: "ask",
    olderThanHours: "24",
    limit: "50",
  });
  await user.click(screen.getByRole("checkbox", { name: "Select all that are shown and under way" }));
  await user.click(button("Select all that fit"));
  await user.click(button("Move to the newest version"));
  answer = { results: [{ sessionId: id(1), contactName: "Ana", done: true, reason: null }], more: false };
  await user.click(
    within(screen.getByRole("dialog")).getByRole("button", { name: "Move to the newest version" }),
  );
  await screen.findByText("1 session was moved");
  expect(deeds).toEqual([
    { path: "/sessions/move", body: { filter: { flowId: FLOW, nodeId: "ask", olderThanHours: 24 } } },
  ]);
});

it("forgets what was ticked when the list is narrowed to something else", async () => {
  const user = await opened();
  await user.click(screen.getByRole("checkbox", { name: "Select the session of Ana" }));
  await user.click(screen.getByRole("radio", { name: "Under way" }));
  await screen.findByText("Select sessions to end them, move them or send them on.");
  expect(lists.at(-1)?.get("live")).toBe("true");
});
