/** Puts tags on the contact or takes them off. `{ "add": ["cliente"], "remove": ["lead"] }` */
import { z } from "zod";

const tagName = z.string().trim().min(1).max(60);
export const tagSchema = z.looseObject({
  add: z.array(tagName).max(20).default([]).describe("Tags to put on; made when there is none of the name."),
  remove: z.array(tagName).max(20).default([]).describe("Tags to take off."),
});
export type TagData = z.infer<typeof tagSchema>;
