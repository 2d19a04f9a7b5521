/** Channels: where customers write. Secrets go in and never come out. */
import { oc } from "@orpc/contract";
import { z } from "zod";
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
        state: z.enum(["active", "paused"]).optional(),
        settings: channelSettingsChange.optional(),
      }),
    )
    .output(channel),
  remove: oc
    .route({ method: "DELETE", path: "/channels/{id}", tags: ["Channels"], successStatus: 204 })
    .input(z.object({ id }))
    .output(z.undefined()),
  /** Asks the platform whether token and id fit together. */
  check: oc
    .route({ method: "POST", path: "/channels/{id}/check", tags: ["Channels"] })
    .input(z.object({ id }))
    .output(z.object({ ok: z.boolean(), message: z.string() })),
};
