/** Notes that the contact wants to hear from the business. `{ "topic": "offers" }` */
import { z } from "zod";

export const optInSchema = z.looseObject({
  topic: z
    .string()
    .trim()
    .max(80)
    .optional()
    .describe("What about; without it: everything, and an earlier opt-out is undone."),
});
export type OptInData = z.infer<typeof optInSchema>;
