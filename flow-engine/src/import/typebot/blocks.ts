/** Which converter a type of block has. */
import { audioBubble, embedBubble, imageBubble, locationBubble, textBubble, videoBubble } from "./bubbles.ts";
import type { Convert } from "./conversion.ts";
import {
  cardsInput,
  choiceInput,
  dateInput,
  emailInput,
  fileInput,
  numberInput,
  phoneInput,
  ratingInput,
  textInput,
  timeInput,
  urlInput,
} from "./inputs.ts";
import {
  analytics,
  chatwoot,
  httpRequest,
  languageModel,
  sendEmail,
  waitForWebhook,
} from "./integrations.ts";
import { abTest, conditionBlock, redirectBlock, typebotLink, waitBlock } from "./logic.ts";
import { setVariable } from "./set-variable.ts";
import type { TypebotBlock } from "./source.ts";
import { JAVASCRIPT_NOTE } from "./texts.ts";

const drop =
  (why: string): Convert =>
  ({ report }, block) => {
    report.dropped(block, why);
    return null;
  };

/** Before version 6 the start was a block; it becomes the start itself. */
const oldStart: Convert = ({ report }, block) => {
  report.carried(block, "start");
  return null;
};

const QUESTIONS: Readonly<Record<string, Convert>> = {
  "text input": textInput,
  "number input": numberInput,
  "email input": emailInput,
  "url input": urlInput,
  "date input": dateInput,
  "time input": timeInput,
  "phone number input": phoneInput,
  "choice input": choiceInput,
  "picture choice input": choiceInput,
  "rating input": ratingInput,
  "file input": fileInput,
  cards: cardsInput,
  Redirect: redirectBlock,
};

const OTHERS: Readonly<Record<string, Convert>> = {
  start: oldStart,
  text: textBubble,
  image: imageBubble,
  video: videoBubble,
  audio: audioBubble,
  embed: embedBubble,
  location: locationBubble,
  "payment input": drop("Payments are not taken in the chat. Send a link to a payment page."),
  "otp input": drop("One-time codes are not checked here. Do it with requests to your own server."),
  "Set variable": setVariable,
  Condition: conditionBlock,
  Code: drop(JAVASCRIPT_NOTE),
  "Typebot link": typebotLink,
  Wait: waitBlock,
  "AB test": abTest,
  Jump: drop("It jumps to a group that is not in the file."),
  Return: drop("There is no way back from a jump. Use a “Call flow” step, which comes back."),
  webhook: waitForWebhook,
  Webhook: httpRequest,
  Zapier: httpRequest,
  "Make.com": httpRequest,
  Pabbly: httpRequest,
  Email: sendEmail,
  Chatwoot: chatwoot,
  "Google Analytics": analytics,
  "Google Sheets": drop(
    "Google Sheets is not connected. Use an “HTTP request” step to a script of the sheet.",
  ),
  Pixel: drop("There is no browser in a chat that a pixel could be in."),
  OpenAI: languageModel,
  openai: languageModel,
  anthropic: languageModel,
  mistral: languageModel,
  groq: languageModel,
  "together-ai": languageModel,
  "open-router": languageModel,
  deepseek: languageModel,
  perplexity: languageModel,
};

export function converterOf(type: string): Convert | undefined {
  if (Object.hasOwn(QUESTIONS, type)) return QUESTIONS[type];
  return Object.hasOwn(OTHERS, type) ? OTHERS[type] : undefined;
}

/** Whether the bubble before it can be its words. */
export function takesQuestion({ type }: TypebotBlock): boolean {
  return Object.hasOwn(QUESTIONS, type);
}
