/** Any content a flow may hand over, with texts far beyond all limits. */

import fc from "fast-check";
import { type ContentType, MEDIA_KINDS, type MessageContent } from "../content/schema.ts";

const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: "grapheme", maxLength }),
    fc.lorem({ maxCount: Math.ceil(maxLength / 6) }),
    fc.constantFrom("", " ", "\n", "a\r\nb\tc      d"),
    fc.constantFrom("ñ", "😀", "👩‍👩‍👧‍👦", "क्ष").map((unit) => unit.repeat(Math.ceil(maxLength / 3))),
  );
const id = fc.stringMatching(/^[a-z0-9-]{1,64}$/);
const option = fc.record({ id, title: text(40) });
const url = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("https://files.test/a", "https://x.test/a.png?b=1", "http://www.x.test"),
  },
  fc.constantFrom(
    "https://x.test/a.pdf",
    "https://x.test/a.zip",
    "https://x.test/a.ogg",
    "https://x.test/a.webp",
  ),
  fc.constantFrom("", "javascript:alert(1)", `https://x.test/${"a".repeat(2_000)}`),
);
const fileUrl = fc.constantFrom(
  "https://files.test/a",
  "https://x.test/a.png?b=1",
  "https://x.test/a.pdf",
  "https://x.test/a.zip",
  "https://x.test/a.mp4",
);
const media = fc.record(
  {
    kind: fc.constantFrom(...MEDIA_KINDS),
    url: fileUrl,
    caption: text(3_000),
    filename: fc.constantFrom("a.pdf", "b.docx", "c"),
  },
  { requiredKeys: ["kind", "url"] },
);
const anyMedia = fc.oneof(
  media,
  fc.record({ kind: fc.constantFrom(...MEDIA_KINDS), fileId: fc.constant("77"), caption: text(60) }),
);
const header = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: text(100) }),
  fc.record({ kind: fc.constant("media" as const), media }),
);
const distinct = { selector: ({ id: own }: { id: string }) => own };
const frame = { header, footer: text(100) };
const framed = { header: text(100), footer: text(100) };
const place = { latitude: fc.double({ noNaN: true }), longitude: fc.double({ noNaN: true }) };
const onGlobe = {
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
};
const named = { name: text(1_200), address: text(1_200) };

const list = fc
  .record(
    {
      type: fc.constant("list" as const),
      text: text(9_000),
      button: text(40),
      ...framed,
      rows: fc.uniqueArray(
        fc.record({ id, title: text(60), description: text(120) }, { requiredKeys: ["id", "title"] }),
        { maxLength: 16, ...distinct },
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
const card = fc
  .record(
    {
      media: anyMedia,
      title: text(120),
      text: text(400),
      buttons: fc.array(cardButton, { maxLength: 5 }),
    },
    { requiredKeys: ["buttons"] },
  )
  // Ids differ on a card, as the node's own check demands.
  .map((one) => ({
    ...one,
    buttons: one.buttons.map((button, at) => ("id" in button ? { ...button, id: `b${at}` } : button)),
  }));
const urlCard = fc.record(
  {
    media: fc.record({ kind: fc.constant("image" as const), url: fc.constant("https://x.test/a.png") }),
    title: text(120),
    text: text(400),
    buttons: fc.tuple(
      fc.record({ kind: fc.constant("url" as const), label: text(40), url: fc.constant("https://x.test") }),
    ),
  },
  { requiredKeys: ["media", "buttons"] },
);

// The kinds that a template's header can be: no other could be made right.
const headerMedia = fc.record(
  { kind: fc.constantFrom("image", "video", "document"), url: fileUrl, caption: text(60) },
  { requiredKeys: ["kind", "url"] },
);
const templateHeader = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: text(100) }),
  fc.record({ kind: fc.constant("media" as const), media: headerMedia }),
  fc.record({ kind: fc.constant("location" as const), ...onGlobe }),
);
const templateButton = fc.oneof(
  fc.record({ kind: fc.constant("quick-reply" as const), index: fc.nat(9), payload: id }),
  fc.record({ kind: fc.constant("url" as const), index: fc.nat(9), text: id }),
  fc.record({ kind: fc.constant("copy-code" as const), index: fc.nat(9), code: fc.constant("SAVE10") }),
  fc.record({ kind: fc.constant("form" as const), index: fc.nat(9), token: id }),
);

const CONTENT = {
  text: fc.record(
    { type: fc.constant("text" as const), text: text(9_000), preview: fc.boolean() },
    { requiredKeys: ["type", "text"] },
  ),
  media: fc.record({ type: fc.constant("media" as const), media: anyMedia }),
  buttons: fc.record(
    {
      type: fc.constant("buttons" as const),
      text: text(3_000),
      ...frame,
      options: fc.uniqueArray(option, { maxLength: 16, ...distinct }),
    },
    { requiredKeys: ["type", "text", "options"] },
  ),
  list,
  "cta-url": fc.record(
    { type: fc.constant("cta-url" as const), text: text(3_000), ...frame, label: text(40), url },
    { requiredKeys: ["type", "text", "label", "url"] },
  ),
  "location-request": fc.record({ type: fc.constant("location-request" as const), text: text(3_000) }),
  location: fc.oneof(
    fc.record(
      { type: fc.constant("location" as const), ...place, ...named },
      { requiredKeys: ["type", "latitude", "longitude"] },
    ),
    fc.record({ type: fc.constant("location" as const), ...onGlobe, name: text(200) }),
  ),
  "contact-card": fc.record({
    type: fc.constant("contact-card" as const),
    contacts: fc.array(
      fc.record(
        {
          name: text(80),
          phones: fc.array(fc.constantFrom("+34600000001", " "), { maxLength: 2 }),
          emails: fc.array(fc.constantFrom("a@b.test", ""), { maxLength: 2 }),
          organization: text(80),
          url,
        },
        { requiredKeys: ["name", "phones", "emails"] },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  reaction: fc.record({
    type: fc.constant("reaction" as const),
    messageId: fc.constant("wamid.X"),
    emoji: fc.constantFrom("👍", "", "👍👍", "👩‍👩‍👧‍👦", `a${"\u0301".repeat(50)}`, "ok"),
  }),
  product: fc.record(
    {
      type: fc.constant("product" as const),
      text: text(3_000),
      ...framed,
      catalogId: fc.constant("c1"),
      sections: fc.array(
        fc.record(
          { title: text(50), products: fc.array(fc.oneof(id, fc.constant(" ")), { maxLength: 25 }) },
          { requiredKeys: ["products"] },
        ),
        { maxLength: 14 },
      ),
      link: url,
    },
    { requiredKeys: ["type", "text", "catalogId", "sections"] },
  ),
  carousel: fc.record({
    type: fc.constant("carousel" as const),
    text: text(3_000),
    cards: fc.oneof(fc.array(card, { maxLength: 13 }), fc.array(urlCard, { minLength: 2, maxLength: 11 })),
  }),
  template: fc.record(
    {
      type: fc.constant("template" as const),
      name: fc.constant("welcome"),
      language: fc.constant("es"),
      parameters: fc.record(
        {
          header: templateHeader,
          body: fc.array(
            fc.record({ name: fc.constant("first_name"), text: text(60) }, { requiredKeys: ["text"] }),
            { maxLength: 3 },
          ),
          buttons: fc.uniqueArray(templateButton, { maxLength: 4, selector: ({ index }) => index }),
        },
        { requiredKeys: ["body", "buttons"] },
      ),
      text: text(3_000),
    },
    { requiredKeys: ["type", "name", "language"] },
  ),
  form: fc.record(
    {
      type: fc.constant("form" as const),
      text: text(3_000),
      ...framed,
      button: text(40),
      formId: fc.constant("f1"),
      token: id,
      screen: fc.constant("FIRST"),
      data: fc.constant({ a: 1 }),
      draft: fc.boolean(),
      link: url,
    },
    { requiredKeys: ["type", "text", "button", "formId", "token"] },
  ),
} satisfies Record<ContentType, fc.Arbitrary<MessageContent>>;

export const anyContent: fc.Arbitrary<MessageContent> = fc.oneof(...Object.values(CONTENT));
