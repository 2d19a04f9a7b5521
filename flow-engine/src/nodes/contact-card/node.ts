/** Sends business cards that customers can save, and goes on. */
import type { ContactCard } from "../../content/schema.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import { defineNode, NEXT_PORT, type NodeProblem, type Scope } from "../define-node.ts";
import { compileOptionalLink, linkProblems, renderLink } from "../link.ts";
import { FAILED_PORT, passOver, resumeSaid, say } from "../say.ts";
import type { TextField } from "../text-field.ts";
import { type ContactCardData, contactCardNodeSchema } from "./schema.ts";

type CardData = ContactCardData["contacts"][number];

interface PreparedCard {
  name: Template;
  phones: Template[];
  emails: Template[];
  organization: Template | null;
  url: Template | null;
}

function prepareCard({ name, phones, emails, organization, url }: CardData): PreparedCard {
  return {
    name: compileTemplate(name),
    phones: phones.map((phone) => compileTemplate(phone)),
    emails: emails.map((email) => compileTemplate(email)),
    organization: compileOptional(organization),
    url: compileOptionalLink(url),
  };
}

/** Null for one that comes out without a name. */
function renderCard(scope: Scope, card: PreparedCard): ContactCard | null {
  const all = (templates: readonly Template[]) =>
    templates.map((template) => scope.render(template).trim()).filter((text) => text !== "");
  const name = scope.render(card.name).trim();
  if (name === "") return null;
  const organization = card.organization ? scope.render(card.organization).trim() : "";
  const url = card.url ? renderLink(scope, card.url) : null;
  return {
    name,
    phones: all(card.phones),
    emails: all(card.emails),
    ...(organization ? { organization } : {}),
    ...(url ? { url } : {}),
  };
}

function texts({ contacts }: ContactCardData): TextField[] {
  return contacts.flatMap((card, at) => [...ownTexts(card, at), ...lineTexts(card, at)]);
}

function ownTexts({ name, organization, url }: CardData, at: number): TextField[] {
  const field = (part: string, label: string, source: string | undefined, rest = {}): TextField => ({
    key: `contacts.${at}.${part}`,
    path: ["contacts", at, part],
    label: `${label} of card ${at + 1}`,
    source,
    reader: "customer",
    ...rest,
  });
  return [
    field("name", "the name", name, { code: "name", required: true }),
    field("organization", "the business", organization),
    field("url", "the address", url, { reader: "machine" }),
  ];
}

function lineTexts({ phones, emails }: CardData, at: number): TextField[] {
  const lines = (part: string, what: string, sources: readonly string[]) =>
    sources.map(
      (source, line): TextField => ({
        key: `contacts.${at}.${part}.${line}`,
        path: ["contacts", at, part, line],
        label: `${what} ${line + 1} of card ${at + 1}`,
        source,
        reader: "machine",
      }),
    );
  return [...lines("phones", "phone", phones), ...lines("emails", "e-mail address", emails)];
}

function check({ contacts }: ContactCardData): NodeProblem[] {
  return contacts.flatMap(({ phones, emails, url }, at) => [
    ...linkProblems(url, `the address of card ${at + 1}`),
    ...(phones.length + emails.length === 0 && !url ? [unreachable(at)] : []),
  ]);
}

function unreachable(at: number): NodeProblem {
  const message = `Card ${at + 1} says no way to reach anybody. Add a phone number, an e-mail address or a web address.`;
  return { code: "card-unreachable", severity: "warning", message };
}

export const contactCardNode = defineNode({
  type: "contact-card",
  group: "say",
  summary: "Sends business cards that customers can save.",
  version: 1,
  schema: contactCardNodeSchema,
  defaults: { contacts: [{ name: "", phones: [""], emails: [] }] },
  says: ["contact-card"],
  ports: () => [NEXT_PORT, FAILED_PORT],
  prepare: ({ contacts }) => contacts.map(prepareCard),
  enter(scope) {
    const contacts = scope.prepared.flatMap((card) => renderCard(scope, card) ?? []);
    if (contacts.length === 0) return passOver(scope, "card-nameless", "no card has a name");
    return say(scope, { type: "contact-card", contacts });
  },
  resume: (scope, input) => resumeSaid(scope, input),
  texts,
  check,
});
