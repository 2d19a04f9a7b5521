/** What Meta says of a token ("debug_token"): whether it is good, for what, for how long. */
import { z } from "zod";
import type { Config } from "../config.ts";
import { type GraphApi, graphId } from "./graph-api.ts";

/** Seconds since the epoch; 0 for never. */
const moment = z
  .number()
  .catch(0)
  .default(0)
  .transform((seconds) => (seconds > 0 ? new Date(seconds * 1000) : null));

const answerSchema = z.object({
  data: z.object({
    is_valid: z.boolean().catch(false),
    app_id: graphId.optional().catch(undefined),
    user_id: graphId.optional().catch(undefined),
    type: z.string().optional().catch(undefined),
    expires_at: moment,
    scopes: z.array(z.string()).catch([]).default([]),
    granular_scopes: z
      .array(z.object({ scope: z.string(), target_ids: z.array(graphId).catch([]).default([]) }))
      .catch([])
      .default([]),
    error: z
      .object({ message: z.string().catch("") })
      .optional()
      .catch(undefined),
  }),
});

export interface TokenInfo {
  valid: boolean;
  appId: string | null;
  userId: string | null;
  /** USER, PAGE, SYSTEM_USER, … */
  kind: string | null;
  /** Null: never. */
  expiresAt: Date | null;
  scopes: string[];
  /** WhatsApp Business Accounts the token is for. */
  whatsappAccounts: string[];
  /** Why it is not valid, in Meta's words. */
  problem: string | null;
}

/** The app's own token: its id and secret ("App access tokens"). Null when the server has no app. */
export function appToken({ meta }: Pick<Config, "meta">): string | null {
  return meta.appId && meta.appSecret ? `${meta.appId}|${meta.appSecret}` : null;
}

/**
 * Asked with the app's token, or with the token itself where the server knows no app.
 * @throws GraphFailure
 */
export async function debugToken(
  graph: GraphApi,
  config: Pick<Config, "meta">,
  token: string,
): Promise<TokenInfo> {
  const asker = appToken(config) ?? token;
  const { data } = await graph.get(
    { path: "debug_token", token: asker, params: { input_token: token } },
    answerSchema,
  );
  const management = data.granular_scopes.filter(({ scope }) => scope.startsWith("whatsapp_business_"));
  return {
    valid: data.is_valid,
    appId: data.app_id ?? null,
    userId: data.user_id ?? null,
    kind: data.type ?? null,
    expiresAt: data.expires_at,
    scopes: data.scopes,
    whatsappAccounts: [...new Set(management.flatMap(({ target_ids }) => target_ids))],
    problem: data.error?.message || null,
  };
}
