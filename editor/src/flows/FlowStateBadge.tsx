/** Draft, published, or published with changes that customers don't see yet. */

import type { FlowSummary } from "@hilo/server/contract";
import { t } from "../i18n/t.ts";
import { StatusPill } from "../shell/StatusPill.tsx";

export function FlowStateBadge({ flow }: { flow: Pick<FlowSummary, "published" | "changed"> }) {
  if (!flow.published) return <StatusPill tone="quiet">{t("Draft")}</StatusPill>;
  const { number } = flow.published;
  if (flow.changed)
    return <StatusPill tone="warn">{t("Version {number}, changes not published", { number })}</StatusPill>;
  return <StatusPill tone="good">{t("Version {number} published", { number })}</StatusPill>;
}
