/** Chats kept as tests of the flow, and played. */

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { act } from "react";
import { afterEach, expect, test } from "vitest";
import { meQuery } from "../api/queries.ts";
import { FlowProvider } from "../canvas/flow-context.tsx";
import { testMessage } from "../conversations/bubbles/test-message.ts";
import { openDocument } from "../document/flow-document.ts";
import { createFlowStore } from "../document/flow-store.ts";
import { TestProvider } from "../test-provider.tsx";
import { TestsDialog } from "./TestsDialog.tsx";

afterEach(cleanup);

const hola = testMessage(1, { direction: "in", author: "customer", content: { type: "text", text: "hola" } });
const reply = testMessage(2, { content: { type: "text", text: "Hi!" } });

function open(messages: (typeof hola)[]) {
  const store = createFlowStore(
    openDocument({
      format: "hilo.flow/1",
      name: "Flow",
      triggers: [{ type: "keyword", keyword: "hola" }],
      nodes: [{ id: "n1", type: "text", data: { text: "Hi!" }, position: { x: 0, y: 0 } }],
      edges: [{ id: "e1", source: "start", target: "n1" }],
    }),
  );
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queries.setQueryData(meQuery.queryKey, null);
  render(
    <TestProvider>
      <QueryClientProvider client={queries}>
        <FlowProvider value={store}>
          <TestsDialog
            person={{ name: "Ana", phone: "34600" }}
            platform="whatsapp"
            messages={messages}
            onClose={() => {}}
          />
        </FlowProvider>
      </QueryClientProvider>
    </TestProvider>,
  );
  return { store, user: userEvent.setup({ delay: null }) };
}

test("a chat is kept with the flow, passes, and fails once the flow says something else", async () => {
  const { store, user } = open([hola, reply]);
  await user.type(screen.getByRole("textbox", { name: "Keep this chat as a test" }), "Greets");
  await user.click(screen.getByRole("button", { name: "Keep" }));
  expect(store.getState().history.present.tests).toMatchObject([
    { name: "Greets", contact: { name: "Ana" }, steps: [{ customer: "hola" }, { bot: "Hi!" }] },
  ]);
  await user.click(screen.getByRole("button", { name: "Run the tests" }));
  expect(screen.getByRole("status").textContent).toBe("All 1 passed");
  act(() => store.getState().run({ type: "update-data", args: { nodeId: "n1", data: { text: "Bye" } } }));
  await user.click(screen.getByRole("button", { name: "Run the tests" }));
  expect(screen.getByRole("status").textContent).toBe("1 of 1 failed");
  expect(screen.getByText(/Step 2, the bot/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Remove Greets" }));
  expect(store.getState().history.present).not.toHaveProperty("tests");
});

test("a chat that the bot began can't be kept", () => {
  open([reply]);
  expect(screen.getByText(/Begin a new chat/)).toBeDefined();
});
