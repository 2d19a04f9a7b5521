/** WhatsApp Cloud API as a channel. */
import type { ChannelAdapter } from "../channel.ts";
import { parse } from "./parse.ts";
import { readAnswer } from "./read-answer.ts";
import { render } from "./render.ts";
import { renderSignal } from "./render-signal.ts";

export const whatsapp: ChannelAdapter = {
  platform: "whatsapp",
  webhookObject: "whatsapp_business_account",
  parse,
  render,
  renderSignal,
  readAnswer,
};
