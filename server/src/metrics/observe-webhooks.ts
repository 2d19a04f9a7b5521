/** Counts webhook deliveries and how long their answer took, whoever answers them. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Metrics } from "./metrics.ts";

const ROUTE = /^\/api\/(?:webhooks\/(meta|whatsapp|instagram|facebook-page)|v1\/(whatsapp)\/webhook)$/;

export function observeWebhook(metrics: Metrics, req: IncomingMessage, res: ServerResponse): void {
  if (req.method !== "POST") return;
  const match = ROUTE.exec((req.url ?? "").split("?", 1)[0] ?? "");
  const channel = match?.[1] ?? match?.[2];
  if (channel === undefined) return;
  const stop = metrics.webhookDuration.startTimer();
  res.once("finish", () => {
    stop();
    metrics.webhooks.inc({ channel, result: String(res.statusCode) });
  });
}
