/** Notes that the contact wants to hear nothing more. `{ "topic": "offers" }` */
import { z } from "zod";

export const optOutSchema = z.looseObject({
  topic: z
    .string()
    .trim()
    .max(80)
    .optional()
    .describe("What about; without it: everything, so that no flow and no broadcast writes any more."),
});
export type OptOutData = z.infer<typeof optOutSchema>;
