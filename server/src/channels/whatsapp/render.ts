/** A fitted content as the request WhatsApp's Cloud API takes. Pure. */
import type { ContentOf, Header, Media, MessageContent } from "@hilo/flow-engine";
import type { RenderedSend, SendTarget } from "../channel.ts";
import { carousel, link } from "./render-cards.ts";
import { source } from "./render-media.ts";
import { templateComponents } from "./render-template.ts";

type Json = Record<string, unknown>;

export function render(content: MessageContent, target: SendTarget): RenderedSend {
  return {
    path: `${target.platformId}/messages`,
    body: {
      messaging_product: "whatsapp",
      recipient_type: "individual",
      ...recipient(target),
      ...quote(content, target.replyTo),
      ...message(content),
      // Comes back in every status: settles a send whose answer was lost.
      biz_opaque_callback_data: target.messageId,
    },
  };
}

/**
 * The conversation's own id comes first: the phone on a contact's card can be edited. Without `+` the business
 * number's country code would be put in front. People without a number go by their user id.
 */
function recipient({ phone, externalId }: SendTarget): Json {
  if (/^\d+$/.test(externalId)) return { to: `+${externalId}` };
  return phone === null ? { recipient: externalId } : { to: phone };
}

/** Reactions name their message themselves, and templates show no quote ("Contextual replies"). */
function quote({ type }: MessageContent, replyTo: string | null | undefined): Json {
  return replyTo && type !== "reaction" && type !== "template" ? { context: { message_id: replyTo } } : {};
}

function message(content: MessageContent): Json {
  switch (content.type) {
    case "text":
      return { type: "text", text: { body: content.text, preview_url: content.preview ?? false } };
    case "media":
      return media(content.media);
    case "buttons":
      return interactive(buttons(content));
    case "list":
      return interactive(list(content));
    case "cta-url":
      return interactive({ ...frame(content, "cta_url"), action: link(content.label, content.url) });
    case "location-request":
      return interactive({
        type: "location_request_message",
        body: { text: content.text },
        action: { name: "send_location" },
      });
    case "location": {
      const { type: _type, ...location } = content;
      return { type: "location", location };
    }
    case "contact-card":
      return { type: "contacts", contacts: content.contacts.map(contact) };
    case "reaction":
      return { type: "reaction", reaction: { message_id: content.messageId, emoji: content.emoji } };
    case "product":
      return interactive(products(content));
    case "carousel":
      return interactive(carousel(content));
    case "template":
      return { type: "template", template: template(content) };
    case "form":
      return interactive(form(content));
  }
}

const interactive = (body: Json): Json => ({ type: "interactive", interactive: body });

/** `voice` is a kind of audio on the wire. */
function media(file: Media): Json {
  const kind = file.kind === "voice" ? "audio" : file.kind;
  return {
    type: kind,
    [kind]: {
      ...source(file),
      ...(file.caption ? { caption: file.caption } : {}),
      ...(file.filename ? { filename: file.filename } : {}),
      ...(file.kind === "voice" ? { voice: true } : {}),
    },
  };
}

interface Framed {
  text: string;
  header?: Header | string | undefined;
  footer?: string | undefined;
}

/** What all interactive messages have around their action. */
function frame({ text, header, footer }: Framed, type: string): Json {
  const head = typeof header === "string" ? ({ kind: "text", text: header } as const) : header;
  return {
    type,
    ...(head ? { header: headerOf(head) } : {}),
    // Only a single product goes without words.
    ...(text ? { body: { text } } : {}),
    ...(footer ? { footer: { text: footer } } : {}),
  };
}

function headerOf(from: Header): Json {
  if (from.kind === "text") return { type: "text", text: from.text };
  const { kind, filename } = from.media;
  return {
    type: kind,
    [kind]: { ...source(from.media), ...(filename && kind === "document" ? { filename } : {}) },
  };
}

function buttons(content: ContentOf<"buttons">): Json {
  const replies = content.options.map(({ id, title }) => ({ type: "reply", reply: { id, title } }));
  return { ...frame(content, "button"), action: { buttons: replies } };
}

function list(content: ContentOf<"list">): Json {
  return { ...frame(content, "list"), action: { button: content.button, sections: content.sections } };
}

function contact({
  name,
  phones,
  emails,
  organization,
  url,
}: ContentOf<"contact-card">["contacts"][number]): Json {
  return {
    name: { formatted_name: name, first_name: name },
    ...(phones.length > 0 ? { phones: phones.map((phone) => ({ phone, type: "CELL" })) } : {}),
    ...(emails.length > 0 ? { emails: emails.map((email) => ({ email })) } : {}),
    ...(organization ? { org: { company: organization } } : {}),
    ...(url ? { urls: [{ url }] } : {}),
  };
}

/** One product has a shape of its own. */
function products(content: ContentOf<"product">): Json {
  const { catalogId: catalog_id, sections } = content;
  const [only, ...others] = sections.flatMap((section) => section.products);
  if (only !== undefined && others.length === 0) {
    const { header: _onlyListsHaveOne, ...rest } = content;
    return { ...frame(rest, "product"), action: { catalog_id, product_retailer_id: only } };
  }
  const listed = sections.map(({ title, products: ids }) => ({
    ...(title ? { title } : {}),
    product_items: ids.map((product_retailer_id) => ({ product_retailer_id })),
  }));
  return { ...frame(content, "product_list"), action: { catalog_id, sections: listed } };
}

function template({ name, language, parameters, components }: ContentOf<"template">): Json {
  const parts = components ?? (parameters ? templateComponents(parameters) : []);
  return { name, language: { code: language }, ...(parts.length > 0 ? { components: parts } : {}) };
}

/** Version of the messages that open WhatsApp Flows ("Sending a Flow"). */
const FLOW_MESSAGE_VERSION = "3";

function form(content: ContentOf<"form">): Json {
  const { formId, token, button, screen, data, draft } = content;
  const opening = screen
    ? { flow_action: "navigate", flow_action_payload: { screen, ...(data ? { data } : {}) } }
    : {};
  const parameters = {
    flow_message_version: FLOW_MESSAGE_VERSION,
    flow_id: formId,
    ...(token ? { flow_token: token } : {}),
    flow_cta: button,
    ...(draft ? { mode: "draft" } : {}),
    ...opening,
  };
  return { ...frame(content, "flow"), action: { name: "flow", parameters } };
}
