/** Each kind of content as the request of the Send API's own pages ("Send API", "Quick replies", "Button template", "Generic template"). */
import type { MessageContent } from "@hilo/flow-engine";
import { expect, test } from "vitest";
import { parse } from "./parse.ts";
import { render } from "./render.ts";

const MESSAGE = "0199d2f0-0000-7000-8000-000000000001";
const TARGET = { platformId: "1001", externalId: "9000", phone: null, messageId: MESSAGE };
const url = "https://shop.test/a";

const TABLE: [string, MessageContent, Record<string, unknown>][] = [
  ["a text", { type: "text", text: "Hola" }, { message: { text: "Hola", metadata: MESSAGE } }],
  [
    "a document",
    { type: "media", media: { kind: "document", url } },
    { message: { attachment: { type: "file", payload: { url, is_reusable: true } }, metadata: MESSAGE } },
  ],
  [
    "a picture that was uploaded before",
    { type: "media", media: { kind: "image", fileId: "77" } },
    { message: { attachment: { type: "image", payload: { attachment_id: "77" } }, metadata: MESSAGE } },
  ],
  [
    "buttons as quick replies that name their message",
    { type: "buttons", text: "¿Qué?", options: [{ id: "opt-0", title: "Sí" }] },
    {
      message: {
        text: "¿Qué?",
        quick_replies: [{ content_type: "text", title: "Sí", payload: `opt-0~${MESSAGE}` }],
        metadata: MESSAGE,
      },
    },
  ],
  [
    "a link button",
    { type: "cta-url", text: "Mira", label: "Abrir", url },
    {
      message: {
        attachment: {
          type: "template",
          payload: {
            template_type: "button",
            text: "Mira",
            buttons: [{ type: "web_url", title: "Abrir", url }],
          },
        },
        metadata: MESSAGE,
      },
    },
  ],
  [
    "cards",
    {
      type: "carousel",
      text: "",
      cards: [
        {
          media: { kind: "image", url },
          title: "Uno",
          text: "9 €",
          buttons: [
            { kind: "reply", id: "buy", title: "Comprar" },
            { kind: "url", label: "Ver", url },
          ],
        },
      ],
    },
    {
      message: {
        attachment: {
          type: "template",
          payload: {
            template_type: "generic",
            elements: [
              {
                title: "Uno",
                subtitle: "9 €",
                image_url: url,
                buttons: [
                  { type: "postback", title: "Comprar", payload: `buy~${MESSAGE}` },
                  { type: "web_url", title: "Ver", url },
                ],
              },
            ],
          },
        },
        metadata: MESSAGE,
      },
    },
  ],
  [
    "a reaction",
    { type: "reaction", messageId: "m_1", emoji: "👍" },
    { sender_action: "react", payload: { message_id: "m_1", reaction: "👍" } },
  ],
  [
    "a reaction taken back",
    { type: "reaction", messageId: "m_1", emoji: "" },
    { sender_action: "unreact", payload: { message_id: "m_1" } },
  ],
];

test.each(TABLE)("%s", (_what, content, expected) => {
  expect(render(content, TARGET, "messenger")).toEqual({
    path: "1001/messages",
    body: { recipient: { id: "9000" }, messaging_type: "RESPONSE", ...expected },
  });
  expect(render(content, TARGET, "instagram")?.body).toEqual({ recipient: { id: "9000" }, ...expected });
});

const text: MessageContent = { type: "text", text: "x" };

test("the first answer to a comment goes to the comment", () => {
  expect(render(text, { ...TARGET, commentId: "1_2" }, "instagram")?.body.recipient).toEqual({
    comment_id: "1_2",
  });
});

test("after a day only a person's words go, under their tag", () => {
  for (const platform of ["messenger", "instagram"] as const)
    expect(render(text, { ...TARGET, tag: "HUMAN_AGENT" }, platform)?.body).toMatchObject({
      messaging_type: "MESSAGE_TAG",
      tag: "HUMAN_AGENT",
    });
});

test("a quote names the message it answers", () => {
  expect(render(text, { ...TARGET, replyTo: "m_9" }, "messenger")?.body).toMatchObject({
    reply_to: { mid: "m_9" },
  });
});

test("a tap comes back with its option's id and the message it is on", () => {
  const options = [{ id: "opt-0", title: "Sí" }];
  const rendered = JSON.stringify(render({ type: "buttons", text: "¿?", options }, TARGET, "messenger"));
  const payload = /"payload":"([^"]+)"/.exec(rendered)?.[1];
  const item = {
    sender: { id: "9000" },
    recipient: { id: "1001" },
    timestamp: 1_764_000_000_000,
    message: { mid: "m_2", text: "Sí", quick_reply: { payload } },
  };
  const body = { object: "page", entry: [{ id: "1001", messaging: [item] }] };
  expect(parse(body, new Date(0))).toMatchObject([
    { payload: { content: { type: "tap", tap: { kind: "quick-reply", id: "opt-0" } }, tapsOn: MESSAGE } },
  ]);
});
