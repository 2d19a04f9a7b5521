/** Gives the customer's messages so far their blue ticks. `{}` */
import { z } from "zod";

export const markReadSchema = z.looseObject({});
export type MarkReadData = z.infer<typeof markReadSchema>;
