/** Channels: where customers write. Secrets go in and never come out. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { channelHealth } from "./channel-health.ts";
import { channelSettings, channelSettingsChange } from "./channel-settings.ts";
import { id, pageOf, pageQuery, platform, timestamp } from "./common.ts";

export const channel = z.object({
  id,
  platform,
  name: z.string(),
  platformId: z.string(),
  state: z.enum(["active", "paused", "reauthorize", "disabled"]),
  stateReason: z.string().nullable(),
  hasAccessToken: z.boolean(),
  hasAppSecret: z.boolean(),
  hasVerifyToken: z.boolean(),
  /** Path customers' webhooks come to; the address is PUBLIC_URL + this. */
  webhookPath: z.string(),
  lastWebhookAt: timestamp.nullable(),
  createdAt: timestamp,
  /** The WhatsApp Business Account of a number, the page of an Instagram account; null: not known yet. */
  accountId: z.string().nullable(),
  /** Null: it does not end, or nobody knows. */
  tokenExpiresAt: timestamp.nullable(),
  /** Where its token came from. */
  connectedBy: z.enum(["sign-in", "token"]),
  /** Whose token it is: Instagram accounts are had by either sign-in. */
  login: z.enum(["facebook", "instagram"]),
  /** Messages that wait because the channel can't send. */
  heldMessages: z.number().int(),
  health: channelHealth,
  settings: channelSettings,
});
export type Channel = z.infer<typeof channel>;

/** Printable ASCII: sent as headers or compared byte by byte. */
const secret = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[\x20-\x7e]+$/, "only plain letters, digits and signs on one line");

const secrets = {
  accessToken: secret(1_000),
  appSecret: secret(200).optional(),
  verifyToken: secret(200).optional(),
};

/** The id of a WhatsApp Business Account or page. */
const accountId = z
  .string()
  .trim()
  .regex(/^\d{3,32}$/, "digits only: the id of the WhatsApp Business Account, or of the page");

export const channelsContract = {
  list: oc
    .route({ method: "GET", path: "/channels", tags: ["Channels"] })
    .input(pageQuery)
    .output(pageOf(channel)),
  create: oc
    .route({ method: "POST", path: "/channels", tags: ["Channels"], successStatus: 201 })
    .input(
      z.strictObject({
        platform: z.enum(["whatsapp", "instagram", "messenger"]),
        name: z.string().trim().min(1).max(80),
        /** phone_number_id, page id or Instagram account id. */
        platformId: z
          .string()
          .trim()
          .regex(/^\d{3,32}$/, "digits only: the phone number id, page id or Instagram id"),
        accountId: accountId.optional(),
        ...secrets,
      }),
    )
    .output(channel),
  get: oc
    .route({ method: "GET", path: "/channels/{id}", tags: ["Channels"] })
    .input(z.object({ id }))
    .output(channel),
  update: oc
    .route({ method: "PATCH", path: "/channels/{id}", tags: ["Channels"] })
    .input(
      z.strictObject({
        id,
        name: z.string().trim().min(1).max(80).optional(),
        accessToken: secrets.accessToken.optional(),
        appSecret: secrets.appSecret,
        verifyToken: secrets.verifyToken,
        accountId: accountId.optional(),
        state: z.enum(["active", "paused"]).optional(),
        settings: channelSettingsChange.optional(),
      }),
    )
    .output(channel),
  remove: oc
    .route({ method: "DELETE", path: "/channels/{id}", tags: ["Channels"], successStatus: 204 })
    .input(z.object({ id }))
    .output(z.undefined()),
  /** Forgets the token and takes the webhooks back; conversations stay, and the channel can be connected again. */
  disconnect: oc
    .route({ method: "POST", path: "/channels/{id}/disconnect", tags: ["Channels"] })
    .input(z.object({ id }))
    .output(channel),
  /** Asks the platform whether token and id fit together, how the channel stands, and has its webhooks sent here. */
  check: oc
    .route({ method: "POST", path: "/channels/{id}/check", tags: ["Channels"] })
    .input(z.object({ id }))
    .output(z.object({ ok: z.boolean(), message: z.string() })),
};
