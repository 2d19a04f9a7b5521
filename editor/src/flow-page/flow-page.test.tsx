/** The page of a flow against a server that answers as the contract says, changes, fails and refuses. */

import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { TestProvider } from "../test-provider.tsx";
import { FlowPage } from "./FlowPage.tsx";

const ID = "0190a000-0000-7000-8000-000000000001";
const at = "2026-01-01T00:00:00.000Z";
const place = { x: 0, y: 0 };

interface Saved {
  name: string;
  revision?: number;
  definition: { nodes: { id: string; data: { text?: string } }[] };
}

/** One flow on a server; a test changes how it answers. */
class Server {
  revision = 4;
  text = "Hello";
  name = "Welcome";
  refuse: { status: number; code: string; issues?: object[] } | null = null;
  readonly saves: Saved[] = [];
  published = 0;
  publishedWith: unknown = null;
  preview: object | null = null;
  tests: object[] = [];

  readonly fetch = async (input: Request | URL | string, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace("/api/v1", "");
    if (path === "/flows") return Response.json({ items: [], nextCursor: null });
    if (!path.startsWith(`/flows/${ID}`)) return this.#error(404, "not-found");
    if (path.endsWith("/publish") && request.method === "GET")
      return this.preview ? Response.json(this.preview) : this.#error(404, "not-found");
    if (path.includes("/versions/")) return this.#error(404, "not-found");
    if (request.method === "GET") return Response.json(this.#detail());
    const { refuse } = this;
    if (refuse) return this.#error(refuse.status, refuse.code, refuse.issues);
    if (request.method === "PUT") {
      const saved: Saved = await request.json();
      if (saved.revision !== this.revision) return this.#error(409, "conflict");
      this.saves.push(saved);
      this.name = saved.name;
      this.revision += 1;
      this.text = saved.definition.nodes.find((node) => node.id === "n1")?.data.text ?? "";
    } else {
      this.published += 1;
      this.publishedWith = await request.json();
    }
    return Response.json(this.#detail());
  };

  /** Somebody else's save, of which this page has heard nothing. */
  conflict({ text, name }: { text: string; name: string }) {
    Object.assign(this, { text, name, revision: 12 });
  }

  #error(status: number, code: string, issues?: object[]) {
    return Response.json(
      { error: { code, message: `refused: ${code}`, ...(issues && { issues }) } },
      { status },
    );
  }

  #detail() {
    return {
      id: ID,
      name: this.name,
      revision: this.revision,
      published: this.published ? { versionId: ID, number: this.published, at } : null,
      changed: this.published === 0,
      keywords: ["hola"],
      liveSessions: 0,
      updatedAt: at,
      definition: {
        format: "hilo.flow/1",
        name: this.name,
        triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
        nodes: [
          { id: "start", type: "start", data: {}, position: place },
          { id: "n1", type: "text", data: { text: this.text }, position: place },
          { id: "n2", type: "end", data: {}, position: place },
        ],
        edges: [
          { id: "e0", source: "start", target: "n1" },
          { id: "e1", source: "n1", target: "n2" },
        ],
        tests: this.tests,
      },
    };
  }
}

let server: Server;

beforeEach(() => {
  server = new Server();
  vi.stubGlobal("fetch", server.fetch);
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
});
// The server stays: leaving the page saves what is left.
afterEach(cleanup);
// The first import of the canvas takes seconds on a busy machine; no test should pay for it.
beforeAll(() => import("./OpenFlow.tsx"), 60_000);

function openPage(id = ID) {
  const router = createMemoryRouter(
    [
      { path: "/flows/:id", element: <FlowPage /> },
      { path: "/flows", element: <p>All the flows</p> },
    ],
    { initialEntries: [`/flows/${id}`] },
  );
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <TestProvider>
      <QueryClientProvider client={queries}>
        <Notifications />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </TestProvider>,
  );
  return { router, user: userEvent.setup({ delay: null }) };
}

/** Opens the form of the text step and writes into it, in one go: typing is tested with the forms. */
async function write(text: string) {
  // Only the click: the drag listeners want a window on their events, which this DOM does not give.
  fireEvent.click(await screen.findByLabelText("Text", { selector: "article" }));
  fireEvent.change(await screen.findByLabelText("Message"), { target: { value: text } });
}
const saved = () => screen.findByText("Saved");

it("shows the flow and saves a change over the revision it was read at", async () => {
  openPage();
  expect(await screen.findByDisplayValue("Welcome")).toBeDefined();
  await write("Hi there");
  await waitFor(() => expect(server.saves).toHaveLength(1));
  expect(server.saves[0]).toMatchObject({ revision: 4, name: "Welcome" });
  expect(server.text).toBe("Hi there");
  await saved();
});

it("saves what is left when the page is left before its time", async () => {
  const { router } = openPage();
  await write("Last words");
  await router.navigate("/flows");
  await screen.findByText("All the flows");
  await waitFor(() => expect(server.text).toBe("Last words"));
});

it("says that it is not saved and saves when asked again", async () => {
  const { user } = openPage();
  server.refuse = { status: 503, code: "unavailable" };
  await write("Kept");
  const retry = await screen.findByText("Retry");
  expect(screen.getByText("Not saved")).toBeDefined();
  server.refuse = null;
  await user.click(retry);
  await saved();
  expect(server.text).toBe("Kept");
});

it("takes in what a colleague saved meanwhile and saves mine on top of it", async () => {
  openPage();
  await write("Mine");
  server.conflict({ text: "Hello", name: "Renamed by Ana" });
  expect(await screen.findByDisplayValue("Renamed by Ana")).toBeDefined();
  await waitFor(() => expect(server.saves.at(-1)).toMatchObject({ name: "Renamed by Ana", revision: 12 }));
  expect(server.text).toBe("Mine");
  await saved();
});

it("offers what a colleague wrote in the same place at the same time", async () => {
  const { user } = openPage();
  await write("Mine");
  server.conflict({ text: "Theirs", name: "Welcome" });
  await user.click(await screen.findByText("Take this instead"));
  await waitFor(() => expect(server.text).toBe("Theirs"));
});

it("publishes only after the last change is saved, and says the version", async () => {
  const { user } = openPage();
  await write("Newest");
  await user.click(screen.getByText("Publish"));
  await user.click(await screen.findByText("Publish version 1"));
  expect(await screen.findByText("Version 1 is live")).toBeDefined();
  expect(server.text).toBe("Newest");
});

it("plays the kept tests of the draft before it is published, and shows what became different", async () => {
  const test = (name: string, bot: string | object) => ({
    format: "hilo.transcript/1",
    name,
    start: "2026-03-02T10:00:00Z",
    steps: [{ customer: "hola" }, { bot }],
  });
  server.tests = [test("Greets", "Hello"), test("Answers", { type: "text" })];
  const { user } = openPage();
  await write("Good day");
  await user.click(screen.getByText("Publish"));
  expect(await screen.findByText("1 of 2 tests failed")).toBeDefined();
  await user.click(screen.getByText("Greets"));
  expect(screen.getByText(/Good day/, { selector: "pre" })).toBeDefined();
  await user.click(screen.getByText("Publish version 1"));
  expect(await screen.findByText("Version 1 is live")).toBeDefined();
});

it("asks what becomes of conversations under way, and sends the choice", async () => {
  const { user } = openPage();
  server.published = 1;
  server.preview = {
    total: 3,
    move: { applied: 2, stay: 1 },
    restart: { applied: 3, stay: 0 },
    end: { applied: 3, stay: 0 },
    steps: [],
  };
  await write("Newest");
  await user.click(screen.getByText("Publish"));
  await user.click(await screen.findByLabelText("Go on in the new version (2)"));
  expect(screen.getByText(/Finish on the old version: 1/)).toBeDefined();
  await user.click(screen.getByText("Publish version 2"));
  await screen.findByText("Version 2 is live");
  expect(server.publishedWith).toMatchObject({ liveSessions: "move" });
});

it("shows why the server refused to publish, by step, and goes there", async () => {
  const { user } = openPage();
  await screen.findByDisplayValue("Welcome");
  const issues = [{ code: "x", severity: "error", nodeId: "n1", message: "Too rude." }];
  server.refuse = { status: 422, code: "flow-has-problems", issues };
  await user.click(screen.getByText("Publish"));
  await user.click(await screen.findByText("Publish version 1"));
  const problems = within(await screen.findByRole("region", { name: "Problems" }));
  await user.click(await problems.findByRole("button", { name: /Text: Too rude\.$/ }));
  expect(await screen.findByLabelText("Message")).toBeDefined();
});

it("refuses to publish by itself what its own check finds, without asking the server", async () => {
  const { user } = openPage();
  await write(" ");
  await user.click(screen.getByText("Publish"));
  await screen.findByRole("button", { name: /Text: The text is empty/ });
  expect(screen.queryByText("Publish version 1")).toBeNull();
  expect(server.published).toBe(0);
});

it("takes back and brings back by name", async () => {
  const { user } = openPage();
  await write("x");
  await user.click(screen.getByLabelText("Undo"));
  expect(screen.getByDisplayValue("Hello")).toBeDefined();
  await user.click(screen.getByLabelText("Redo"));
  expect(screen.getByDisplayValue("x")).toBeDefined();
});

it("says so when there is no such flow", async () => {
  openPage("0190a000-0000-7000-8000-00000000dead");
  expect(await screen.findByText("This flow does not exist")).toBeDefined();
});
