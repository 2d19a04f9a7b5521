/** What a person who signed in at Meta may connect: numbers, pages, Instagram accounts, with the token each is used with. */
import { z } from "zod";
import type { Login } from "../channels/channel.ts";
import type { TokenInfo } from "./debug-token.ts";
import { type GraphApi, GraphFailure } from "./graph-api.ts";
import { instagramAccount } from "./instagram-login.ts";
import type { MetaPlatform } from "./sign-in.ts";

export interface Choice {
  platform: MetaPlatform;
  platformId: string;
  name: string;
  detail: string | null;
  /** The WhatsApp Business Account, or the page of an Instagram account: where webhooks are subscribed. */
  accountId: string;
  token: string;
  login: Login;
  /** Null: does not end. */
  expiresAt: Date | null;
}

export interface Choices {
  choices: Choice[];
  problems: string[];
}

export interface SignedIn {
  token: string;
  expiresAt: Date | null;
  about: TokenInfo;
}

/** What Meta refuses to list is a problem among the answers, not an error. @throws GraphFailure when Meta can't be reached */
export async function listChoices(graph: GraphApi, signedIn: SignedIn): Promise<Choices> {
  const parts = await Promise.all([numbers(graph, signedIn), pages(graph, signedIn)]);
  const choices = parts.flatMap((part) => part.choices);
  const problems = parts.flatMap((part) => part.problems);
  if (choices.length === 0 && problems.length === 0) problems.push(NOTHING);
  return { choices, problems };
}

/** A sign-in at Instagram is for one account. @throws GraphFailure */
export async function instagramChoice(
  graph: GraphApi,
  { token, expiresAt }: Pick<SignedIn, "token" | "expiresAt">,
): Promise<Choice> {
  const { platformId, username } = await instagramAccount(graph, token);
  return {
    platform: "instagram",
    platformId,
    name: username ? `@${username}` : platformId,
    detail: "Instagram",
    accountId: platformId,
    token,
    login: "instagram",
    expiresAt,
  };
}

const NOTHING =
  "Meta showed no number, page or account: sign in again as somebody who manages them, and leave all boxes ticked there.";

const numberItem = z.object({
  id: z.string(),
  display_phone_number: z.string().catch(""),
  verified_name: z.string().catch(""),
});

async function numbers(graph: GraphApi, { token, expiresAt, about }: SignedIn): Promise<Choices> {
  const found: Choices = { choices: [], problems: [] };
  for (const accountId of about.whatsappAccounts) {
    const call = {
      path: `${accountId}/phone_numbers`,
      token,
      params: { fields: "id,display_phone_number,verified_name" },
    };
    await softly(found, "WhatsApp numbers", async () => {
      for (const { id, display_phone_number, verified_name } of await graph.list(call, numberItem))
        found.choices.push({
          platform: "whatsapp",
          platformId: id,
          name: verified_name || display_phone_number || id,
          detail: display_phone_number || null,
          accountId,
          token,
          login: "facebook",
          expiresAt,
        });
    });
  }
  return found;
}

const pageItem = z.object({
  id: z.string(),
  name: z.string().catch(""),
  access_token: z.string().optional(),
  instagram_business_account: z
    .object({ id: z.string(), username: z.string().catch("") })
    .optional()
    .catch(undefined),
});

async function pages(graph: GraphApi, { token, about }: SignedIn): Promise<Choices> {
  const found: Choices = { choices: [], problems: [] };
  if (!about.scopes.some((scope) => scope.startsWith("pages_") || scope.startsWith("instagram_")))
    return found;
  const params = { fields: "id,name,access_token,instagram_business_account{id,username}" };
  await softly(found, "pages", async () => {
    for (const page of await graph.list({ path: "me/accounts", token, params }, pageItem))
      addPage(found, page);
  });
  return found;
}

/** A page's token that was made from a long-lived one does not end ("Page access tokens"). */
function addPage(
  found: Choices,
  { id, name, access_token, instagram_business_account: account }: z.infer<typeof pageItem>,
) {
  if (access_token === undefined) {
    found.problems.push(`Meta gave no token for the page “${name || id}”: you need full control of it.`);
    return;
  }
  const shared = { accountId: id, token: access_token, login: "facebook" as const, expiresAt: null };
  found.choices.push({
    ...shared,
    platform: "messenger",
    platformId: id,
    name: name || id,
    detail: "Facebook page",
  });
  if (account)
    found.choices.push({
      ...shared,
      platform: "instagram",
      platformId: account.id,
      name: account.username ? `@${account.username}` : name || account.id,
      detail: name ? `Page ${name}` : null,
    });
}

async function softly(found: Choices, what: string, ask: () => Promise<void>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof GraphFailure) || error.class_ === "retry") throw error;
    found.problems.push(`Meta did not list the ${what}: ${error.message}`);
  }
}
