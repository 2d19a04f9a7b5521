/** Business cards. `{ "contacts": [{ "name": "Lucía Ramos", "organization": "Floristería", "phones": ["+34600111222"] }] }` */
import { z } from "zod";

const line = z.string().max(500);

export const contactCardNodeSchema = z.looseObject({
  contacts: z
    .array(
      z.looseObject({
        name: z.string().max(500).describe("Template. What the person or business is called."),
        phones: z
          .array(line)
          .max(10)
          .default([])
          .describe("Templates. Phone numbers with their country: `+34 600 111 222`."),
        emails: z.array(line).max(10).default([]).describe("Templates. E-mail addresses."),
        organization: z.string().max(500).optional().describe("Template. The business the person works for."),
        url: z.string().max(2_048).optional().describe("Template. A web address."),
      }),
    )
    .min(1)
    .max(10)
    .describe("The cards."),
});
export type ContactCardData = z.infer<typeof contactCardNodeSchema>;
