/** What a row of an uploaded table says about a person, or why it says nothing that can be used. Pure. */
import { readPhoneIn } from "@hilo/flow-engine";
import { z } from "zod";
import { readTags, unguarded } from "../contacts/csv.ts";
import { otherWriting } from "../contacts/other-writing.ts";
import type { ImportMapping, ImportReason } from "../contract/contact-imports.ts";
import { foldText } from "../db/word-search.ts";

export const importedPerson = z.object({
  phone: z.string(),
  /** The same number as others may write it. */
  otherPhone: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  language: z.string().nullable(),
  tags: z.array(z.string()),
  fields: z.record(z.string(), z.string()),
  /** Said no: written to no more. */
  optOut: z.boolean(),
  /** Agreed to hear about this. */
  topic: z.string().nullable(),
});
export type ImportedPerson = z.infer<typeof importedPerson>;

export type Judgement =
  | { person: ImportedPerson }
  /** @param about index of the column; null: the whole row */
  | { reason: ImportReason; about: number | null; phone: string | null };

/** As elsewhere by hand; fields and e-mail addresses as long as anybody writes them. */
const LIMITS = { name: 120, email: 254, language: 35, tag: 60, tags: 100, field: 2_000 };
const LANGUAGE = /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i;
const email = z.email();

/** @param seen phone numbers of the rows above; this row's is added */
export function judgeRow(cells: readonly string[], mapping: ImportMapping, seen: Set<string>): Judgement {
  const { columns, callingCode, consent } = mapping;
  if (cells.slice(columns.length).some((cell) => cell.trim() !== ""))
    return { reason: "too-many-cells", about: null, phone: null };
  const text = (at: number) => unguarded((cells[at] ?? "").trim()).trim();
  const phoneAt = columns.findIndex(({ to }) => to === "phone");
  const written = text(phoneAt);
  if (written === "") return { reason: "no-phone", about: phoneAt, phone: null };
  const phone = readPhoneIn(written, callingCode);
  if (phone === null) return { reason: "bad-phone", about: phoneAt, phone: null };
  const refuse = (reason: ImportReason, about: number): Judgement => ({ reason, about, phone });
  if (seen.has(phone) || seen.has(otherWriting(phone) ?? "")) return refuse("doubled", phoneAt);

  const person: ImportedPerson = {
    phone,
    otherPhone: otherWriting(phone),
    name: null,
    email: null,
    language: null,
    tags: [...mapping.tags],
    fields: {},
    optOut: false,
    topic: consent.type === "all-agreed" ? consent.topic : null,
  };
  for (const [at, target] of columns.entries()) {
    const value = text(at);
    if (value === "") continue;
    const reason = take(person, target, value);
    if (reason) return refuse(reason, at);
  }
  if (consent.type === "column") {
    const answer = yesOrNo(text(consent.column));
    if (answer === undefined) return refuse("unclear-consent", consent.column);
    person.optOut = answer === false;
    person.topic = answer ? consent.topic : null;
  }
  seen.add(phone);
  return { person };
}

function take(
  person: ImportedPerson,
  target: ImportMapping["columns"][number],
  value: string,
): ImportReason | null {
  switch (target.to) {
    case "nothing":
    case "phone":
      return null;
    case "name":
      person.name = value;
      return value.length > LIMITS.name ? "too-long" : null;
    case "email":
      person.email = value;
      return value.length > LIMITS.email || !email.safeParse(value).success ? "bad-email" : null;
    case "language":
      person.language = value.replaceAll("_", "-");
      return value.length > LIMITS.language || !LANGUAGE.test(value) ? "bad-language" : null;
    case "tags":
      person.tags = [...new Set([...person.tags, ...readTags(value)])];
      return person.tags.length > LIMITS.tags || person.tags.some((tag) => tag.length > LIMITS.tag)
        ? "too-long"
        : null;
    case "field":
      person.fields[target.field] = value;
      return value.length > LIMITS.field ? "too-long" : null;
  }
}

const YES = new Set("yes y true 1 x si s sim ok in agreed subscribed".split(" "));
const NO = new Set("no n false 0 nao out opted-out unsubscribed".split(" "));

/** Null: nothing is said. Undefined: something else is. */
function yesOrNo(cell: string): boolean | null | undefined {
  const word = foldText(cell);
  if (word === "") return null;
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
