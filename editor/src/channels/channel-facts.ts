/** What there is to say of a channel's health, in words. Pure. */

import type { Channel } from "@hilo/server/contract";
import { locale, t } from "../i18n/t.ts";

export interface Fact {
  label: string;
  value: string;
  tone?: "good" | "warn" | "bad";
}

const DAY = 86_400_000;
/** From here on people should know that a token ends. */
const SOON_DAYS = 10;

const qualities = (): Record<string, Pick<Fact, "value" | "tone">> => ({
  GREEN: { value: t("High"), tone: "good" },
  YELLOW: { value: t("Medium"), tone: "warn" },
  RED: { value: t("Low"), tone: "bad" },
});

export function channelFacts({ platform, health, state, tokenExpiresAt }: Channel, now: Date): Fact[] {
  const facts: (Fact | null)[] = [
    health.phone && health.phone !== health.displayName ? { label: t("Number"), value: health.phone } : null,
    health.displayName ? { label: t("Customers see"), value: health.displayName } : null,
    qualityFact(health.quality),
    health.messagingLimit
      ? { label: t("First messages a day"), value: limitWords(health.messagingLimit) }
      : null,
    platform === "whatsapp" && health.checkedAt
      ? { label: t("Messages a second"), value: pace(health) }
      : null,
    health.subscribed === null
      ? null
      : health.subscribed
        ? { label: t("Webhooks"), value: t("Sent here"), tone: "good" }
        : { label: t("Webhooks"), value: t("Not sent here"), tone: "bad" },
    // One that Meta took back ends on no day.
    tokenExpiresAt && state !== "reauthorize" ? tokenFact(tokenExpiresAt, now) : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function qualityFact(quality: string | null): Fact | null {
  const known = quality === null ? undefined : qualities()[quality];
  return known ? { label: t("Quality"), ...known } : null;
}

/** `TIER_10K` → `10,000`. Meta has other words for none. */
export function limitWords(limit: string): string {
  const [, digits, thousand] = /^(?:TIER_)?(\d+)(K?)$/.exec(limit) ?? [];
  if (digits !== undefined) return (Number(digits) * (thousand ? 1_000 : 1)).toLocaleString(locale());
  return limit.includes("UNLIMITED") ? t("No limit") : limit;
}

function pace({ throughput, sharedWithApp }: Channel["health"]): string {
  if (sharedWithApp) return t("20, shared with the app");
  return throughput === "HIGH" ? (1_000).toLocaleString(locale()) : "80";
}

function tokenFact(expiresAt: string, now: Date): Fact {
  const days = Math.floor((new Date(expiresAt).getTime() - now.getTime()) / DAY);
  if (days < 0) return { label: t("Token"), value: t("Has ended"), tone: "bad" };
  const value =
    days === 0
      ? t("Ends today")
      : days === 1
        ? t("Ends tomorrow")
        : t("Ends in {count} days", { count: days });
  return { label: t("Token"), value, ...(days < SOON_DAYS ? { tone: "warn" } : {}) };
}
