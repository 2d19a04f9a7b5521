/** The import dialog against a server that imports by the engine itself. */
import { importFlows } from "@hilo/flow-engine";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { TestProvider } from "../../test-provider.tsx";
import { ImportDialog } from "./ImportDialog.tsx";

const ID = "0190a000-0000-7000-8000-000000000001";
let asked: { create?: number[] }[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", async (input: Request | URL | string, init?: RequestInit) => {
    const body = await new Request(input, init).json();
    asked.push(body);
    const { kind, flows, report } = importFlows(body.source);
    const made = flows.map(({ name, flow, ...rest }, at) => ({
      name,
      definition: flow,
      ...rest,
      flowId: body.create?.includes(at) ? ID : null,
    }));
    return Response.json({ kind, flows: made, report });
  });
});
afterEach(cleanup);

function open() {
  const router = createMemoryRouter(
    [
      { path: "/flows", element: <ImportDialog opened onClose={() => {}} /> },
      { path: "/flows/:id", element: <p>The canvas</p> },
    ],
    { initialEntries: ["/flows"] },
  );
  render(
    <TestProvider>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { mutations: { retry: false } } })}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </TestProvider>,
  );
  return userEvent.setup({ delay: null });
}

const send = (type: string) => ({ uuid: type, type, text: "Hi", name: "x" });
const flow = (uuid: string, name: string) => ({
  uuid,
  name,
  spec_version: "13.1",
  language: "eng",
  nodes: [
    { uuid: `${uuid}n`, actions: [send("send_msg"), send("transfer_airtime")], exits: [{ uuid: "e" }] },
  ],
});
const rapidpro = { version: "13", flows: [flow("f1", "One"), flow("f2", "Two")] };

async function drop(content: unknown) {
  const file = new File([typeof content === "string" ? content : JSON.stringify(content)], "export.json");
  const place = (await screen.findByText(/Drop a file here/)).parentElement ?? document.body;
  fireEvent.drop(place, { dataTransfer: { files: [file] } });
}

it("shows what became of each element, and makes only the flows that stay chosen", async () => {
  const user = open();
  await drop(rapidpro);
  const report = within(await screen.findByRole("region", { name: "Report" }));
  expect(report.getAllByText("Airtime is not transferred.")).toHaveLength(2);
  expect(report.queryByText(/send_msg/)).toBeNull();
  await user.click(screen.getByText(/^All \(/));
  expect(screen.getAllByText(/send_msg: Hi/)).toHaveLength(2);
  expect(asked[0]?.create).toBeUndefined();
  await user.click(screen.getByLabelText("One"));
  await user.click(screen.getByText("Make a draft"));
  expect(await screen.findByText("The canvas")).toBeDefined();
  expect(asked.at(-1)?.create).toEqual([1]);
});

it("says what to do with a file that is no JSON, and asks the server nothing", async () => {
  open();
  await drop("<html>");
  expect(await screen.findByRole("alert")).toBeDefined();
  expect(screen.getByText(/The file is no JSON/)).toBeDefined();
  await waitFor(() => expect(asked).toEqual([]));
});
