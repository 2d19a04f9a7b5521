/** For tests: one step of a type, with its card and its form, on a flow of its own. */
import { nodeSpec } from "@hilo/flow-engine";
import { type Channel, channelHealth, type Me, type MessageTemplate } from "@hilo/server/contract";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, expect } from "vitest";
import {
  channelsQuery,
  flowsQuery,
  meQuery,
  namesQuery,
  secretsQuery,
  sendableTemplatesQuery,
  teamsQuery,
} from "../api/queries.ts";
import { FlowProvider, useFlow } from "../canvas/flow-context.tsx";
import { findNode, openDocument } from "../document/flow-document.ts";
import { createFlowStore } from "../document/flow-store.ts";
import { nextOptionNumber } from "../document/ids.ts";
import { defaultData, nodeData } from "../document/node-data.ts";
import { TestProvider } from "../test-provider.tsx";
import { nodeUi } from "./index.ts";

afterEach(cleanup);
// Mantine measures text areas anew when fonts have loaded; this DOM has no fonts to load.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

/** A flow that the list of flows offers. */
export const OTHER_FLOW = { id: "0190a000-0000-7000-8000-000000000001", name: "Ask address" };

/** The workspace's only channel. */
export const SHOP = {
  id: "0190a000-0000-7000-8000-000000000002",
  platform: "whatsapp",
  name: "Shop",
  platformId: "1",
  state: "active",
  stateReason: null,
  accountId: null,
  tokenExpiresAt: null,
  connectedBy: "token",
  login: "facebook",
  heldMessages: 0,
  health: channelHealth.parse({}),

  hasAccessToken: true,
  hasAppSecret: true,
  hasVerifyToken: true,
  webhookPath: "/api/webhooks/whatsapp",
  lastWebhookAt: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  settings: {
    messagesPerSecond: null,
    messagesPerHour: null,
    pacePerPerson: true,
    pauseOnEcho: true,
    echoPauseMinutes: 60,
    lateMinutes: 15,
    humanAgent: false,
  },
} as const satisfies Channel;

/** The only template that Meta approved. */
export const APPOINTMENT: MessageTemplate = {
  id: "0190a000-0000-7000-8000-000000000004",
  channelId: SHOP.id,
  channelName: SHOP.name,
  name: "appointment",
  language: "es",
  category: "UTILITY",
  status: "APPROVED",
  reason: null,
  quality: "GREEN",
  sendable: true,
  problem: null,
  preview: {
    header: { kind: "image", text: null },
    body: "Hola {{1}}, te esperamos {{2}}.",
    footer: null,
    buttons: [
      { kind: "quick-reply", label: "Allí estaré", target: null },
      { kind: "url", label: "Cambiar", target: "https://example.com/{{1}}" },
    ],
  },
  fields: {
    header: { kind: "media", media: "image" },
    body: [
      { name: null, example: "Ana" },
      { name: null, example: "el lunes" },
    ],
    buttons: [
      { kind: "quick-reply", label: "Allí estaré", example: null },
      { kind: "url", label: "Cambiar", example: "17" },
    ],
  },
  syncedAt: null,
};

const ME: Me = {
  actor: "member",
  user: null,
  role: "owner",
  workspace: { id: "0190a000-0000-7000-8000-000000000003", name: "Shop", timeZone: "Europe/Madrid" },
};

/**
 * Renders a step with its type's defaults, or with the data given. Typing needs no delays here.
 * @param flowId the flow that its page shows; without one the server is asked nothing about it
 */
export function openStep(type: string, data: Record<string, unknown> = defaultData(type), flowId?: string) {
  const start = type === "start" ? [] : [{ id: "step", type, data, position: { x: 0, y: 0 } }];
  const before = {
    id: "before",
    type: "ask",
    data: { text: "Name?", saveAs: "name" },
    position: { x: 0, y: 0 },
  };
  const store = createFlowStore(
    openDocument({ format: "hilo.flow/1", name: "Flow", nodes: [before, ...start], edges: [] }),
  );
  const id = type === "start" ? "start" : "step";
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  queries.setQueryData(flowsQuery.queryKey, {
    pages: [{ items: [{ ...flowSummary, ...OTHER_FLOW }], nextCursor: null }],
    pageParams: [null],
  });
  queries.setQueryData(channelsQuery.queryKey, { items: [SHOP], nextCursor: null });
  queries.setQueryData(meQuery.queryKey, ME);
  queries.setQueryData(sendableTemplatesQuery.queryKey, { items: [APPOINTMENT], nextCursor: null });
  queries.setQueryData(secretsQuery.queryKey, { items: [] });
  queries.setQueryData(teamsQuery.queryKey, { items: [] });
  queries.setQueryData(namesQuery.queryKey, { tags: [], fields: [], topics: [], events: [] });
  render(
    <TestProvider>
      <QueryClientProvider client={queries}>
        <FlowProvider value={store}>
          <MemoryRouter initialEntries={[flowId === undefined ? "/" : `/flows/${flowId}`]}>
            <Routes>
              <Route path="/flows?/:id?" element={<Step id={id} />} />
            </Routes>
          </MemoryRouter>
        </FlowProvider>
      </QueryClientProvider>
    </TestProvider>,
  );
  const node = () => findNode(store.getState().history.present, id);
  return {
    store,
    user: userEvent.setup({ delay: null }),
    card: () => screen.getByTestId("card"),
    /** The step's data as it is in the document. */
    data: () => node()?.data,
    /** The engine takes the data as it is now. */
    expectSound: () => expect(nodeSpec(type).schema.safeParse(node()?.data).error).toBeUndefined(),
  };
}

/** Picks an option of the select that is labelled so. */
export async function pick(user: UserEvent, label: string, option: string): Promise<void> {
  await user.click(screen.getByRole("combobox", { name: label }));
  const options = await screen.findByRole("listbox", { name: label, hidden: true });
  await user.click(within(options).getByRole("option", { name: option, hidden: true }));
}

const flowSummary = {
  revision: 1,
  published: null,
  changed: false,
  keywords: [],
  liveSessions: 0,
  updatedAt: "2026-01-01T00:00:00.000Z",
};

function Step({ id }: { id: string }) {
  const node = useFlow((state) => findNode(state.history.present, id));
  const run = useFlow((state) => state.run);
  if (!node) return null;
  const ui = nodeUi(node.type);
  return (
    <>
      <div data-testid="card">
        <ui.Card nodeId={id} data={nodeData(node)} />
      </div>
      <ui.Form
        nodeId={id}
        data={nodeData(node)}
        nextOption={nextOptionNumber(node)}
        onChange={(data) => run({ type: "update-data", args: { nodeId: id, data: { ...Object(data) } } })}
      />
    </>
  );
}
