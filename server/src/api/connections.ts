/** Connecting channels by signing in at Meta. */
import { choicesOf, connectChosen } from "../meta/connections.ts";
import { DATA_DELETION_PATH, DEAUTHORIZE_PATH } from "../meta/meta-routes.ts";
import { redirectUrl, startSignIn } from "../meta/sign-in.ts";
import { api } from "./base.ts";

export const connections = {
  setup: api.connections.setup.handler(({ context: { services } }) => {
    const { config } = services.runtime;
    const { publicUrl, meta } = config;
    return {
      canSignIn: meta.appId !== undefined && meta.appSecret !== undefined,
      canSignInAtInstagram: meta.instagramAppId !== undefined && meta.instagramAppSecret !== undefined,
      redirectUrl: redirectUrl(config),
      dataDeletionUrl: publicUrl + DATA_DELETION_PATH,
      deauthorizeUrl: publicUrl + DEAUTHORIZE_PATH,
      webhookUrl: `${publicUrl}/api/webhooks/meta`,
    };
  }),
  start: api.connections.start.handler(async ({ context: { services, actor }, input }) => ({
    url: await startSignIn(services.runtime, actor, input.platforms, input.login),
  })),
  choices: api.connections.choices.handler(({ context: { services, actor }, input }) =>
    choicesOf(services, actor.workspaceId, input.id),
  ),
  connect: api.connections.connect.handler(async ({ context: { services, actor }, input }) => ({
    results: await connectChosen(services, actor, input.id, input.chosen),
  })),
};
