/** Cards that a customer shared, as the platforms tell them, read liberally. */
import { z } from "zod";
import type { ContactCard } from "./schema.ts";

const text = z.string().catch("");
const schema = z.object({
  // A card may come without a name.
  name: z.object({ formatted_name: text, first_name: text, last_name: text }).partial().catch({}),
  phones: z.array(z.object({ phone: text, wa_id: text }).partial()).catch([]),
  emails: z.array(z.object({ email: text }).partial()).catch([]),
  org: z.object({ company: text }).partial().catch({}),
  urls: z.array(z.object({ url: text }).partial()).catch([]),
});

export function sharedContacts(raw: readonly Record<string, unknown>[]): ContactCard[] {
  return raw.map((card) => {
    const { name, phones, emails, org, urls } = schema.parse(card);
    const numbers = filled(phones.map(({ phone, wa_id }) => phone || wa_id));
    const addresses = filled(emails.map(({ email }) => email));
    const full = [name.first_name, name.last_name].filter(Boolean).join(" ");
    const [url] = filled(urls.map((each) => each.url));
    return {
      name: name.formatted_name || full || org.company || numbers[0] || addresses[0] || "",
      phones: numbers,
      emails: addresses,
      ...(org.company ? { organization: org.company } : {}),
      ...(url ? { url } : {}),
    };
  });
}

function filled(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.flatMap((each) => (each?.trim() ? [each.trim()] : [])))];
}
