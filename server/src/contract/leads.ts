/** Lead forms that people filled in. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { id, pageOf, pageQuery, timestamp } from "./common.ts";

const state = z.enum(["pending", "done", "failed"]);

export const lead = z.object({
  id,
  channelId: id,
  /** Meta's id of what was filled in, of the form and of the ad. */
  leadId: z.string(),
  formId: z.string().nullable(),
  adId: z.string().nullable(),
  /** `pending` until Meta told what is in it; `failed` when it would not. */
  state,
  /** By the form's own names. */
  fields: z.record(z.string(), z.string()).nullable(),
  contactId: id.nullable(),
  /** As the contact is called now. */
  contactName: z.string().nullable(),
  error: z.string().nullable(),
  createdAt: timestamp,
});
export type Lead = z.infer<typeof lead>;

export const leadsContract = {
  list: oc
    .route({ method: "GET", path: "/leads", tags: ["Leads"] })
    .input(pageQuery.extend({ state: state.optional(), channelId: id.optional() }))
    .output(pageOf(lead)),
  /** Asks Meta again for one that failed. */
  retry: oc
    .route({ method: "POST", path: "/leads/{id}/retry", tags: ["Leads"] })
    .input(z.object({ id }))
    .output(lead),
};
