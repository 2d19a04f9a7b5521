/** Business cards. Pure. */
import type { ContactCard, ContentOf, MessageContent } from "../../content/schema.ts";
import { FILLER, type Fitting, sayText } from "./fitting.ts";

export function fitContactCards(content: ContentOf<"contact-card">, fitting: Fitting): MessageContent[] {
  const limits = fitting.limits.contacts;
  if (limits === null) return contactCardsAsText(content, fitting);
  const contacts = content.contacts.map(cleanCard);
  const messages: MessageContent[] = [];
  for (let at = 0; at < contacts.length; at += limits.count)
    messages.push({ type: "contact-card", contacts: contacts.slice(at, at + limits.count) });
  if (messages.length > 1)
    fitting.note(
      "split",
      `The cards go in ${messages.length} messages: ${fitting.limits.name} takes ${limits.count} at once.`,
    );
  return messages;
}

/** A card must have a name: without one it is called by what is known. */
function cleanCard({ name, phones, emails, organization, url }: ContactCard): ContactCard {
  const filled = (texts: readonly string[]) => texts.map((text) => text.trim()).filter((text) => text !== "");
  const known = filled([name, organization ?? "", ...phones, ...emails, url ?? ""]);
  return {
    name: known[0] ?? FILLER,
    phones: filled(phones),
    emails: filled(emails),
    ...(organization?.trim() ? { organization: organization.trim() } : {}),
    ...(url?.trim() ? { url: url.trim() } : {}),
  };
}

export function contactCardsAsText(content: ContentOf<"contact-card">, fitting: Fitting): MessageContent[] {
  const cards = content.contacts.map(cleanCard).map(({ name, organization, phones, emails, url }) => {
    const lines = [name, organization ?? "", ...phones, ...emails, url ?? ""];
    return [...new Set(lines)].filter((line) => line !== "").join("\n");
  });
  return sayText(fitting, cards.join("\n\n"));
}
