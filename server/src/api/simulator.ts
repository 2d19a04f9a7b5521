/** The simulator's phone. */
import { moveClock, skipWait } from "../channels/simulator/clock.ts";
import type { Person } from "../channels/simulator/simulator.ts";
import { forgetChat } from "../contacts/forget-chat.ts";
import { runDraft } from "../conversations/draft-run.ts";
import type { Services } from "../services.ts";
import { api } from "./base.ts";

const chatOf = async (services: Services, workspaceId: string, { phone, platform }: Person) =>
  (await services.simulator.phone(workspaceId, { phone, platform })).conversationId;

export const simulator = {
  phone: api.simulator.phone.handler(({ context: { services, actor }, input }) =>
    services.simulator.phone(actor.workspaceId, input),
  ),
  send: api.simulator.send.handler(async ({ context: { services, actor }, input }) => ({
    waMessageId: await services.simulator.writeAsCustomer(
      actor.workspaceId,
      input,
      input.name,
      input.message,
    ),
  })),
  read: api.simulator.read.handler(async ({ context: { services, actor }, input }) => {
    await services.simulator.read(actor.workspaceId, input);
  }),
  runDraft: api.simulator.runDraft.handler(async ({ context: { services, actor }, input }) => {
    const conversationId = await chatOf(services, actor.workspaceId, input);
    const { flowId, nodeId, variables } = input;
    const from = { nodeId, vars: variables };
    return { flowVersionId: await runDraft(services, actor.workspaceId, flowId, conversationId, from) };
  }),
  moveClock: api.simulator.moveClock.handler(async ({ context: { services, actor }, input }) => {
    const conversationId = await chatOf(services, actor.workspaceId, input);
    const { target } = input;
    const wanted = typeof target === "object" && "to" in target ? { to: new Date(target.to) } : target;
    const { aheadS, passed } = await moveClock(services, actor.workspaceId, conversationId, wanted);
    return { clockAheadS: aheadS, passed };
  }),
  skipWait: api.simulator.skipWait.handler(async ({ context: { services, actor }, input }) => {
    const conversationId = await chatOf(services, actor.workspaceId, input);
    return { skipped: await skipWait(services, actor.workspaceId, conversationId) };
  }),
  reset: api.simulator.reset.handler(async ({ context: { services, actor }, input }) => {
    await forgetChat(services, actor.workspaceId, await chatOf(services, actor.workspaceId, input));
  }),
};
