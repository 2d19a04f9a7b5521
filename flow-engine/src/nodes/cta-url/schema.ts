/** A text with a button that opens a web address. `{ "text": "Your order is ready to pay.", "label": "Pay", "url": "https://shop.example.org/pay/{{ order }}" }` */
import { z } from "zod";
import { headerField } from "../header.ts";
import { MAX_LINK_CHARS } from "../link.ts";

export const ctaUrlSchema = z.looseObject({
  text: z.string().max(4_096).describe("Template. The text."),
  header: headerField,
  footer: z.string().max(200).optional().describe("Template. Small print below the text."),
  label: z.string().max(200).describe("Template. What is on the button."),
  url: z
    .string()
    .max(MAX_LINK_CHARS)
    .describe("Template. The address it opens. What is filled in is percent-encoded. Taps are not reported."),
});
export type CtaUrlData = z.infer<typeof ctaUrlSchema>;
