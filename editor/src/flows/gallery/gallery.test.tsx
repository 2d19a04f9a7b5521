/** The gallery of a new flow: search by goal, preview, and what is made. */
import type { ExampleFlow } from "@hilo/server/contract";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TestProvider } from "../../test-provider.tsx";
import { NewFlowDialog } from "./NewFlowDialog.tsx";

const ID = "0190a000-0000-7000-8000-000000000001";
const at = "2026-01-01T00:00:00.000Z";
let examples: ExampleFlow[] = [];
let made: { name: string; definition?: { name: string } }[] = [];

const example = (key: string, title: string, goal: string): ExampleFlow => ({
  key,
  title,
  goal,
  shows: "buttons.",
  definition: {
    format: "hilo.flow/1",
    name: "As exported",
    nodes: [
      { id: "a", type: "text", data: { text: `Hello from ${title}` } },
      { id: "b", type: "buttons", data: { text: "How?", options: [{ id: "opt-0", title: "Like this" }] } },
      { id: "c", type: "text", data: { text: "Never shown" } },
    ],
    edges: [
      { id: "e0", source: "start", target: "a" },
      { id: "e1", source: "a", target: "b" },
      { id: "e2", source: "b", sourceHandle: "opt-0", target: "c" },
    ],
  },
});

beforeEach(() => {
  made = [];
  examples = [
    example("x", "Appointments", "Reminds people of a visit."),
    example("y", "Survey", "Asks for marks."),
  ];
  vi.stubGlobal("fetch", async (input: Request | URL | string, init?: RequestInit) => {
    const request = new Request(input, init);
    if (request.method === "GET") return Response.json({ items: examples });
    const body = await request.json();
    made.push(body);
    const flow = {
      id: ID,
      name: body.name,
      revision: 1,
      published: null,
      changed: true,
      keywords: [],
      liveSessions: 0,
    };
    return Response.json({ ...flow, updatedAt: at, definition: body.definition ?? {} }, { status: 201 });
  });
});
afterEach(cleanup);

function open() {
  const router = createMemoryRouter(
    [
      { path: "/flows", element: <NewFlowDialog opened onClose={() => {}} /> },
      { path: "/flows/:id", element: <p>The canvas</p> },
    ],
    { initialEntries: ["/flows"] },
  );
  render(
    <TestProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </TestProvider>,
  );
  return userEvent.setup({ delay: null });
}

it("finds an example by what it is for, shows what it says first, and makes it under a name of one's own", async () => {
  const user = open();
  await user.type(await screen.findByLabelText("What should it do?"), "REMÍND visit");
  await user.click(await screen.findByRole("button", { name: /Appointments/ }));
  expect(screen.getByText("Hello from Appointments")).toBeDefined();
  expect(screen.getByText("Like this")).toBeDefined();
  expect(screen.queryByText("Never shown")).toBeNull();
  const name = screen.getByLabelText("Name");
  await user.clear(name);
  await user.type(name, "Mine");
  await user.click(screen.getByRole("button", { name: "Create and open" }));
  expect(await screen.findByText("The canvas")).toBeDefined();
  expect(made).toMatchObject([{ name: "Mine", definition: { name: "Mine" } }]);
});

it("says when no example fits, and still offers an empty flow", async () => {
  const user = open();
  await user.type(await screen.findByLabelText("What should it do?"), "zeppelin");
  expect(await screen.findByText(/No example fits “zeppelin”/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: /Empty flow/ }));
  await user.type(screen.getByLabelText("Name"), "Blank");
  await user.click(screen.getByRole("button", { name: "Create and open" }));
  expect(await screen.findByText("The canvas")).toBeDefined();
  expect(made).toEqual([{ name: "Blank" }]);
});
