/** The ad or post a WhatsApp message came from. A wa.me link leaves no trace but the text it begins with. */
import type { Origin } from "@hilo/flow-engine";
import { z } from "zod";

/** It goes with the session: a headline and a paragraph, not a page. */
const MAX_CHARS = 1_000;
/** Facebook's own redirect addresses are long. */
const MAX_URL_CHARS = 2_000;

const text = (max: number) =>
  z
    .string()
    .transform((value) => value.slice(0, max))
    .nullish()
    .catch(null);

const referralSchema = z.object({
  source_id: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .catch(null),
  headline: text(MAX_CHARS),
  body: text(MAX_CHARS),
  source_url: text(MAX_URL_CHARS),
  /** Absent for ads in a status. */
  ctwa_clid: text(MAX_CHARS),
});

/** @param referral `messages[].referral`, as it came */
export function parseOrigin(referral: unknown): Origin | undefined {
  // Nearly every message: that nothing is no referral need not be said at length.
  if (referral === undefined || referral === null) return undefined;
  const { data } = referralSchema.safeParse(referral);
  if (!data) return undefined;
  const { source_id, headline, body, source_url, ctwa_clid } = data;
  return {
    ad: {
      id: source_id?.slice(0, MAX_CHARS) ?? "",
      ...(headline ? { headline } : {}),
      ...(body ? { body } : {}),
      ...(source_url ? { url: source_url } : {}),
      ...(ctwa_clid ? { clickId: ctwa_clid } : {}),
    },
  };
}
