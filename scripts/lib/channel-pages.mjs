// The pages on channels' errors and limits, as Markdown, from the tables that the server and the engine work by.

const CLASSES = {
  retry: [
    "tried again",
    "The platform has trouble. Hilo tries again after 1, 5 and 30 seconds, 2, 10 and 30 minutes, then hourly, for 24 hours; a longer `Retry-After` is obeyed.",
  ],
  pair: [
    "this person waits",
    "Only this conversation waits: 4, 16, 64 seconds, two minutes at most. Everybody else goes on.",
  ],
  pause: [
    "the channel waits",
    "All sends of the channel wait, in order: for the time the platform says, or until somebody acts. The channel's page says which.",
  ],
  reauthorize: [
    "needs a new token",
    "All sends of the channel are held. The channel's page asks for a new token, admins get a mail once, and everything goes out, in order, when there is one.",
  ],
  window: [
    "too late",
    "The message is failed at once: free messages are for 24 hours after the customer's last one. The step's “failed” way is taken.",
  ],
  recipient: [
    "not to this person",
    "The message is failed at once; another one to the same person may fare alike. The step's “failed” way is taken.",
  ],
  template: [
    "the template",
    "The message is failed at once: what is wrong is the template or what fills it in.",
  ],
  media: ["the file", "The file is uploaded once more; if that does not help, the message is failed."],
  permanent: ["wrong", "The message is failed at once: something in it is missing or wrong."],
};
const PLATFORMS = { whatsapp: "WhatsApp", messenger: "Messenger and Instagram" };

const page = (parts) => `${parts.join("\n\n")}\n`;
const row = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
const table = (head, rows) => [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

/** @param lines `errorList()` of the server */
export function errorPage(lines) {
  return page([
    "# Errors of channels",
    "What Meta's error codes mean for a message and for its channel. A message that failed shows its code, this sentence and what to do, and the flow goes on by the step's “failed” way.",
    "`GET /api/v1/errors` answers the same table. It is one list in the code: `server/src/channels/error-table.ts`.",
    "## What happens",
    table(
      ["class", "", "what Hilo does"],
      Object.entries(CLASSES).map(([name, [short, long]]) => [`\`${name}\``, short, long]),
    ),
    ...Object.entries(PLATFORMS).flatMap(([platform, name]) => [
      `## ${name}`,
      table(
        ["code", "class", "what it means", "what to do"],
        lines
          .filter(({ platforms }) => platforms.includes(platform))
          .map(({ codes, class: kind, message, remedy }) => [
            codes.join(", "),
            `\`${kind}\``,
            message,
            remedy ?? "",
          ]),
      ),
    ]),
    "## Everything else",
    "A code that is not in the table is shown as Meta says it. It is tried again only when Meta marks it as passing, or answers with status 429 or 5xx; otherwise the message is failed at once, so that nothing is sent twice.",
    "A few are Hilo's own, given before Meta is asked: `window-closed` (too late for free words), `marketing-stopped` (the person stopped marketing at the platform, or told you to stop, and the template is marketing), `no-access-token`, `unsupported-content`, `name-only` (who mentioned an Instagram account, known by name alone), `too-many-to-one-person`. Each says what to do, and the step's “failed” way is taken.",
    "When no answer comes at all the message is *uncertain*: Meta may have it. It is not sent again; the delivery status settles it when it comes.",
  ]);
}

const bytes = (count) => (count >= 1_048_576 ? `${count / 1_048_576} MB` : `${count / 1_024} KB`);
const types = (media) => media.mimeTypes.map((type) => type.split("/")[1].split(".").at(-1)).join(", ");
const number = (value) =>
  value === null || value === undefined || value === 0 ? "–" : value.toLocaleString("en");

/** Rows of the table of texts: what it is, and where its number stands. */
const TEXTS = [
  ["A text", (limits) => limits.text],
  ["Words under a picture", (limits) => limits.caption],
  ["Reply buttons or quick replies", (limits) => limits.buttons.count],
  ["… a button's title", (limits) => limits.buttons.title],
  ["… the text above", (limits) => limits.buttons.body],
  ["… header, footer", (limits) => limits.buttons.header],
  ["Rows of a list, in all", (limits) => limits.list?.rows],
  ["… a row's title", (limits) => limits.list?.rowTitle],
  ["… a row's description", (limits) => limits.list?.description],
  ["… the text above", (limits) => limits.list?.body],
  ["Link button: its label", (limits) => limits.ctaUrl.label],
  ["… the text above", (limits) => limits.ctaUrl.body],
  ["Carousel: cards", (limits) => limits.carousel.maxCards],
  ["… a card's text", (limits) => limits.carousel.text],
  ["… buttons of a card", (limits) => limits.carousel.buttons],
  ["Contact cards at once", (limits) => limits.contacts?.count],
  ["Products at once", (limits) => limits.product?.products],
  ["Template: the body filled in", (limits) => limits.template?.body],
  ["Form: its button", (limits) => limits.form?.button],
];

/** @param limits `CHANNEL_LIMITS` of the engine */
export function limitPage({ whatsapp, instagram, messenger }) {
  const all = [whatsapp, instagram, messenger];
  const head = ["", ...all.map(({ name }) => name)];
  const kinds = Object.keys(whatsapp.media);
  return page([
    "# Limits of channels",
    "What each platform takes, as Hilo knows it. Flows are checked against these numbers while they are drawn. What is still too long when it is sent is split, shortened or shown in the next best way: a list becomes numbered lines, a caption a message of its own.",
    "## Words",
    "Characters, or how many. On Instagram a text has 1,000 *bytes*: about 500 Cyrillic or Arabic letters, 250 emoji. “–”: the platform has no such thing.",
    table(
      head,
      TEXTS.map(([label, of]) => [label, ...all.map((limits) => number(of(limits)))]),
    ),
    "## Files",
    table(
      head,
      kinds.map((kind) => [
        kind,
        ...all.map(({ media }) =>
          media[kind] ? `${bytes(media[kind].maxBytes)}: ${types(media[kind])}` : "–",
        ),
      ]),
    ),
    "What a file is is told from its bytes, not from its name. Uploaded files are sent to a platform once and used there for 29 days.",
    "## Pace",
    [
      "- A WhatsApp number sends 80 messages a second; 1,000 once Meta has raised it (the channel's page says so); 20 when it is also used with the app on a phone.",
      "- A Facebook page or Instagram account sends 300 texts a second.",
      "- One person gets one message in six seconds on WhatsApp, with bursts of up to 45. Beyond that only this person's messages wait here, before Meta refuses them; `pacePerPerson: false` in a channel's settings leaves that to Meta (131056: 4, 16, 64 seconds).",
      "- `messagesPerSecond` and `messagesPerHour` in a channel's settings come before all this, for accounts that may send less or more.",
      "- When Meta says it is too much (130429, 80007, 613, HTTP 429) the whole channel waits as long as Meta asks, and goes on in order.",
      "- After ten failures in a row a channel rests for five seconds, then longer, up to a minute, until a send gets through.",
    ].join("\n"),
    "With several processes a channel's pace is one for all of them: each that sends says so in PostgreSQL every two seconds and takes an equal share (a newcomer is noticed within two seconds). A limit by the hour is booked in parts before it is used, so it is never passed, also across restarts; what a process that died had booked, a twentieth of the limit at most (ten at least), counts as sent until its hour is over. A person's pace is kept by each process for itself: messages of one conversation follow each other in one process.",
    "## Time",
    [
      "- Free messages go out for 24 hours after the customer's last one; after that only approved templates (WhatsApp), or a person's answer for seven days (Messenger and Instagram, with Meta's human agent feature).",
      "- How many people may be written to first in a day is a limit of the whole business at Meta; the channel's page shows it.",
      "- A message that could not go out for 24 hours is failed, with the last reason.",
    ].join("\n"),
  ]);
}
