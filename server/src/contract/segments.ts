/** Segments: filters of contacts with names. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { foreignName, id, timestamp } from "./common.ts";
import { contactFilter } from "./contact-filter.ts";

export const segment = z.object({
  id,
  name: z.string(),
  filter: contactFilter,
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Segment = z.infer<typeof segment>;

const name = foreignName.trim().min(1).max(60);
const one = z.object({ id });

export const segmentsContract = {
  /** All of them, by name. */
  list: oc
    .route({ method: "GET", path: "/segments", tags: ["Contacts"] })
    .output(z.object({ items: z.array(segment) })),
  /** With how many contacts are in it now. */
  get: oc
    .route({ method: "GET", path: "/segments/{id}", tags: ["Contacts"] })
    .input(one)
    .output(segment.extend({ count: z.number().int() })),
  create: oc
    .route({ method: "POST", path: "/segments", tags: ["Contacts"], successStatus: 201 })
    .input(z.strictObject({ name, filter: contactFilter }))
    .output(segment),
  update: oc
    .route({ method: "PATCH", path: "/segments/{id}", tags: ["Contacts"] })
    .input(z.strictObject({ id, name: name.optional(), filter: contactFilter.optional() }))
    .output(segment),
  /** The contacts stay. */
  remove: oc
    .route({ method: "DELETE", path: "/segments/{id}", tags: ["Contacts"], successStatus: 204 })
    .input(one)
    .output(z.undefined()),
};
