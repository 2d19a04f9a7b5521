/**
 * Products of a catalog: one, or several in sections. Orders come back as messages.
 * `{ "text": "Our roses", "catalogId": "194836987003835", "sections": [{ "products": ["rose-red"] }] }`
 * `{ "text": "What we have today", "header": "Flowers", "catalogId": "194836987003835", "sections": [{ "title": "Roses", "products": ["rose-red", "rose-white"] }], "link": "https://shop.example.org" }`
 */
import { z } from "zod";
import { MAX_LINK_CHARS } from "../link.ts";

export const productSchema = z.looseObject({
  text: z.string().max(4_096).default("").describe("Template. The text; a single product may go without."),
  header: z
    .string()
    .max(200)
    .optional()
    .describe("Template. Above several products; WhatsApp wants one there."),
  footer: z.string().max(200).optional().describe("Template. Small print below the text."),
  catalogId: z.string().max(200).describe("Template. The catalog's id at Meta."),
  sections: z
    .array(
      z.looseObject({
        title: z.string().max(200).optional().describe("Template. What the products have in common."),
        products: z
          .array(z.string().max(200))
          .min(1)
          .max(30)
          .describe("Templates. Content ids of the products (“retailer ids”)."),
      }),
    )
    .min(1)
    .max(10)
    .describe("The products."),
  link: z
    .string()
    .max(MAX_LINK_CHARS)
    .optional()
    .describe("Template. Where people are sent on platforms without catalogs."),
});
export type ProductData = z.infer<typeof productSchema>;
