/** What there is to say of a channel's health, in words. Pure. */
import type { Channel } from "@hilo/server/contract";

export interface Fact {
  label: string;
  value: string;
  tone?: "good" | "warn" | "bad";
}

const DAY = 86_400_000;
/** From here on people should know that a token ends. */
const SOON_DAYS = 10;

const QUALITY: Record<string, Pick<Fact, "value" | "tone">> = {
  GREEN: { value: "High", tone: "good" },
  YELLOW: { value: "Medium", tone: "warn" },
  RED: { value: "Low", tone: "bad" },
};

export function channelFacts({ platform, health, state, tokenExpiresAt }: Channel, now: Date): Fact[] {
  const facts: (Fact | null)[] = [
    health.phone && health.phone !== health.displayName ? { label: "Number", value: health.phone } : null,
    health.displayName ? { label: "Customers see", value: health.displayName } : null,
    qualityFact(health.quality),
    health.messagingLimit
      ? { label: "First messages a day", value: limitWords(health.messagingLimit) }
      : null,
    platform === "whatsapp" && health.checkedAt ? { label: "Messages a second", value: pace(health) } : null,
    health.subscribed === null
      ? null
      : health.subscribed
        ? { label: "Webhooks", value: "Sent here", tone: "good" }
        : { label: "Webhooks", value: "Not sent here", tone: "bad" },
    // One that Meta took back ends on no day.
    tokenExpiresAt && state !== "reauthorize" ? tokenFact(tokenExpiresAt, now) : null,
  ];
  return facts.filter((fact) => fact !== null);
}

function qualityFact(quality: string | null): Fact | null {
  const known = quality === null ? undefined : QUALITY[quality];
  return known ? { label: "Quality", ...known } : null;
}

/** `TIER_10K` → `10,000`. Meta has other words for none. */
export function limitWords(limit: string): string {
  const [, digits, thousand] = /^(?:TIER_)?(\d+)(K?)$/.exec(limit) ?? [];
  if (digits !== undefined) return (Number(digits) * (thousand ? 1_000 : 1)).toLocaleString("en");
  return limit.includes("UNLIMITED") ? "No limit" : limit;
}

function pace({ throughput, sharedWithApp }: Channel["health"]): string {
  if (sharedWithApp) return "20, shared with the app";
  return throughput === "HIGH" ? "1,000" : "80";
}

function tokenFact(expiresAt: string, now: Date): Fact {
  const days = Math.floor((new Date(expiresAt).getTime() - now.getTime()) / DAY);
  if (days < 0) return { label: "Token", value: "Has ended", tone: "bad" };
  const value = days === 0 ? "Ends today" : days === 1 ? "Ends tomorrow" : `Ends in ${days} days`;
  return { label: "Token", value, ...(days < SOON_DAYS ? { tone: "warn" } : {}) };
}
