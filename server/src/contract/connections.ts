/** Connecting channels by signing in at Meta: start, choose, connect. Pasting a token is `POST /channels`. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { id } from "./common.ts";

const metaPlatform = z.enum(["whatsapp", "instagram", "messenger"]);

export const channelChoice = z.object({
  platform: metaPlatform,
  /** Phone number id, Instagram id or page id. */
  platformId: z.string(),
  name: z.string(),
  /** What tells two of the same name apart: the number, the user name, the page. */
  detail: z.string().nullable(),
  /** The workspace's own channel that it is already; connecting it again gives it a new token. */
  channelId: id.nullable(),
});
export type ChannelChoice = z.infer<typeof channelChoice>;

export const connectionsContract = {
  /** Whether this server can send people to Meta, and what Meta has to know of it. */
  setup: oc.route({ method: "GET", path: "/meta/setup", tags: ["Channels"] }).output(
    z.object({
      /** False: META_APP_ID and META_APP_SECRET are not set, so tokens are pasted. */
      canSignIn: z.boolean(),
      /** INSTAGRAM_APP_ID and INSTAGRAM_APP_SECRET are set: for accounts without a Facebook page. */
      canSignInAtInstagram: z.boolean(),
      /** For the app's list of valid OAuth redirect addresses. */
      redirectUrl: z.string(),
      /** For "Data deletion request URL". */
      dataDeletionUrl: z.string(),
      /** For "Deauthorize callback URL". */
      deauthorizeUrl: z.string(),
      webhookUrl: z.string(),
    }),
  ),
  /**
   * Answers the address at Meta to send the browser to; it comes back to /channels?connection=…, or, where the sign-in at
   * Instagram connected its one account, to /channels?sign-in=done.
   */
  start: oc
    .route({ method: "POST", path: "/meta/sign-in", tags: ["Channels"] })
    .input(
      z.strictObject({
        platforms: z.array(metaPlatform).min(1).max(3),
        login: z.enum(["facebook", "instagram"]).default("facebook"),
      }),
    )
    .output(z.object({ url: z.string() })),
  /** What the person who signed in may connect. */
  choices: oc
    .route({ method: "GET", path: "/meta/connections/{id}", tags: ["Channels"] })
    .input(z.object({ id }))
    .output(
      z.object({
        /** Who signed in. */
        name: z.string().nullable(),
        choices: z.array(channelChoice),
        /** What Meta did not show, and what to do about it. */
        problems: z.array(z.string()),
      }),
    ),
  connect: oc
    .route({ method: "POST", path: "/meta/connections/{id}", tags: ["Channels"] })
    .input(
      z.strictObject({
        id,
        chosen: z
          .array(z.strictObject({ platform: metaPlatform, platformId: z.string().max(64) }))
          .min(1)
          .max(50),
      }),
    )
    .output(
      z.object({
        results: z.array(
          z.object({
            platform: metaPlatform,
            platformId: z.string(),
            /** Null: it was not connected. */
            channelId: id.nullable(),
            /** What did not go well, and what to do; null when all did. */
            problem: z.string().nullable(),
          }),
        ),
      }),
    ),
};
