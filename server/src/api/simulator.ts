/** The simulator's phone. */
import { forgetChat } from "../contacts/forget-chat.ts";
import { runDraft } from "../conversations/draft-run.ts";
import { api } from "./base.ts";

export const simulator = {
  phone: api.simulator.phone.handler(({ context: { services, actor }, input }) =>
    services.simulator.phone(actor.workspaceId, input),
  ),
  send: api.simulator.send.handler(async ({ context: { services, actor }, input }) => ({
    waMessageId: await services.simulator.writeAsCustomer(
      actor.workspaceId,
      input.phone,
      input.name,
      input.message,
    ),
  })),
  read: api.simulator.read.handler(async ({ context: { services, actor }, input }) => {
    await services.simulator.read(actor.workspaceId, input.phone);
  }),
  runDraft: api.simulator.runDraft.handler(async ({ context: { services, actor }, input }) => {
    const { conversationId } = await services.simulator.phone(actor.workspaceId, { phone: input.phone });
    return { flowVersionId: await runDraft(services, actor.workspaceId, input.flowId, conversationId) };
  }),
  skipWait: api.simulator.skipWait.handler(async ({ context: { services, actor }, input }) => ({
    skipped: await services.simulator.skipWait(actor.workspaceId, input.phone),
  })),
  reset: api.simulator.reset.handler(async ({ context: { services, actor }, input }) => {
    const { conversationId } = await services.simulator.phone(actor.workspaceId, { phone: input.phone });
    await forgetChat(services, actor.workspaceId, conversationId);
  }),
};
