/** Any content a flow may hand over, with texts far beyond all limits. */
import fc from "fast-check";
import { type ContentType, MEDIA_KINDS, type MessageContent } from "../content/schema.ts";

const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: "grapheme", maxLength }),
    fc.lorem({ maxCount: Math.ceil(maxLength / 6) }),
    fc.constantFrom(
      "",
      " ",
      "\n",
      "дом ".repeat(Math.ceil(maxLength / 4)),
      "👩‍👩‍👧‍👦".repeat(Math.ceil(maxLength / 11)),
    ),
  );
const id = fc.stringMatching(/^[a-z0-9-]{1,64}$/);
const url = fc.constant("https://files.test/a");
const option = fc.record({ id, title: text(40) });
const media = fc.record(
  { kind: fc.constantFrom(...MEDIA_KINDS), url, caption: text(3_000), filename: fc.constant("a.pdf") },
  { requiredKeys: ["kind", "url"] },
);
const header = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: text(100) }),
  fc.record({ kind: fc.constant("media" as const), media }),
);
const distinct = { selector: ({ id: own }: { id: string }) => own };
const of = <T extends ContentType>(type: T) => fc.constant(type);

const list = fc
  .record(
    {
      type: of("list"),
      text: text(9_000),
      button: text(40),
      header: text(100),
      footer: text(100),
      rows: fc.uniqueArray(
        fc.record({ id, title: text(60), description: text(120) }, { requiredKeys: ["id", "title"] }),
        { maxLength: 14, ...distinct },
      ),
      titles: fc.array(text(50), { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ["type", "text", "button", "rows", "titles"] },
  )
  .map(({ rows, titles, ...rest }) => ({
    ...rest,
    sections: titles.map((title, n) => ({ title, rows: rows.filter((_, i) => i % titles.length === n) })),
  }));

const cardButton = fc.oneof(
  fc.record({ kind: fc.constant("url" as const), label: text(40), url }),
  fc.record({ kind: fc.constant("reply" as const), id, title: text(40) }),
);
const card = fc.record(
  {
    media,
    title: text(120),
    text: text(300),
    buttons: fc.uniqueArray(cardButton, {
      maxLength: 4,
      selector: (button) => ("id" in button ? button.id : {}),
    }),
  },
  { requiredKeys: ["buttons"] },
);
/** Those that WhatsApp has as they are would hardly come by chance. */
const plainCard = fc.record({
  media: fc.record({ kind: fc.constant("image" as const), url }),
  text: text(300),
  buttons: fc.tuple(fc.record({ kind: fc.constant("url" as const), label: text(40), url })),
});

export const anyContent: fc.Arbitrary<MessageContent> = fc.oneof(
  fc.record({ type: of("text"), text: text(9_000) }),
  fc.record({ type: of("media"), media }),
  fc.record(
    {
      type: of("buttons"),
      text: text(3_000),
      header,
      footer: text(100),
      options: fc.uniqueArray(option, { maxLength: 14, ...distinct }),
    },
    { requiredKeys: ["type", "text", "options"] },
  ),
  list,
  fc.record(
    { type: of("cta-url"), text: text(2_000), header, footer: text(100), label: text(40), url },
    { requiredKeys: ["type", "text", "label", "url"] },
  ),
  fc.record({ type: of("location-request"), text: text(3_000) }),
  fc.record(
    {
      type: of("location"),
      latitude: fc.double({ noNaN: true }),
      longitude: fc.double({ noNaN: true }),
      name: text(200),
    },
    { requiredKeys: ["type", "latitude", "longitude"] },
  ),
  fc.record({
    type: of("contact-card"),
    contacts: fc.array(
      fc.record({
        name: text(50),
        phones: fc.array(fc.constant("+34600111222")),
        emails: fc.array(fc.emailAddress()),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  }),
  fc.record({ type: of("reaction"), messageId: fc.constant("wamid.X"), emoji: fc.constantFrom("👍", "") }),
  fc.record(
    {
      type: of("product"),
      text: text(2_000),
      header: text(100),
      footer: text(100),
      catalogId: fc.constant("c1"),
      sections: fc.array(fc.record({ title: text(40), products: fc.array(id, { maxLength: 12 }) }), {
        maxLength: 12,
      }),
      link: url,
    },
    { requiredKeys: ["type", "text", "catalogId", "sections"] },
  ),
  fc.record({ type: of("carousel"), text: text(2_000), cards: fc.array(card, { maxLength: 12 }) }),
  fc.record({
    type: of("carousel"),
    text: text(2_000),
    cards: fc.array(plainCard, { minLength: 2, maxLength: 10 }),
  }),
  fc.record(
    { type: of("template"), name: fc.constant("welcome"), language: fc.constant("es"), text: text(2_000) },
    { requiredKeys: ["type", "name", "language"] },
  ),
  fc.record(
    {
      type: of("form"),
      text: text(2_000),
      header: text(100),
      footer: text(100),
      button: text(40),
      formId: fc.constant("f1"),
      token: fc.constant("s:1"),
      link: url,
    },
    { requiredKeys: ["type", "text", "button", "formId", "token"] },
  ),
);
