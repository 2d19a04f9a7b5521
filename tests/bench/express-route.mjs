// The least a webhook route does, written for comparison: an Express 5 route that verifies the signature of the raw bytes,
// reads them with Zod and answers. Nothing is stored.

import { createHmac, timingSafeEqual } from "node:crypto";
import { createRequire } from "node:module";
import { z } from "zod";

const express = createRequire(new URL("../../server/package.json", import.meta.url))("express");
const secrets = new Map(
  JSON.parse(process.env.NUMBERS).map(({ platformId, appSecret }) => [platformId, appSecret]),
);

const text = z.object({ body: z.string() });
const message = z.object({ from: z.string(), id: z.string(), timestamp: z.string(), type: z.string(), text });
const contact = z.object({ profile: z.object({ name: z.string() }), wa_id: z.string() });
const value = z.object({
  messaging_product: z.literal("whatsapp"),
  metadata: z.object({ display_phone_number: z.string(), phone_number_id: z.string() }),
  contacts: z.array(contact),
  messages: z.array(message),
});
const change = z.object({ field: z.literal("messages"), value });
const delivery = z.object({
  object: z.literal("whatsapp_business_account"),
  entry: z.array(z.object({ id: z.string(), changes: z.array(change) })),
});

const app = express();
app.post("/", express.raw({ type: "application/json", limit: "4mb" }), (req, res) => {
  const body = delivery.safeParse(JSON.parse(req.body));
  if (!body.success) return res.status(400).send("not a delivery");
  const secret = secrets.get(body.data.entry[0].changes[0].value.metadata.phone_number_id) ?? "";
  const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(req.body).digest("hex")}`);
  const given = Buffer.from(req.get("x-hub-signature-256") ?? "");
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return res.status(401).send("not signed by us");
  res.status(200).send("OK");
});
app.listen(Number(process.env.PORT), "127.0.0.1");
