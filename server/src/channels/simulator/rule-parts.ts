/** Small parts of what Meta takes: texts, labels, addresses, files. */
import { z } from "zod";

export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value.trim() !== "", "must not be blank");
/** Labels and titles stand on one line. */
export const label = (max: number) => text(max).refine((value) => !/[\r\n]/.test(value), "must be one line");

export const LINK = z
  .string()
  .max(2_048)
  .regex(/^https?:\/\//i);
export const media = (extra: z.ZodRawShape = {}) =>
  z
    .strictObject({ id: z.string().min(1).optional(), link: LINK.optional(), ...extra })
    .refine((file) => (file.id === undefined) !== (file.link === undefined), "needs either id or link");
