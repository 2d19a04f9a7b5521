/** WhatsApp's error codes: what each means in plain words, what to do, and how a send goes on. Meta classifies by code, not by HTTP status. */
import type { DeliveryError } from "../channel.ts";

/**
 * retry: the platform's trouble, try later · throttle: the whole number is too fast · pair: one recipient is
 * written to too fast · token, account: nothing can be sent until someone acts · dead: this message never goes.
 */
export type ErrorClass = "retry" | "throttle" | "pair" | "token" | "account" | "dead";

interface ErrorEntry {
  class: ErrorClass;
  message: string;
  remedy?: string;
  /** Wait at least this long, in milliseconds. */
  afterMs?: number;
}

const MINUTE = 60_000;
const RECONNECT =
  "Connect the channel again with a valid access token that has the whatsapp_business_messaging permission.";
const BUSINESS_MANAGER = "Look into WhatsApp Manager: Meta says there what the account needs.";

const entries = (codes: readonly number[], entry: ErrorEntry): [string, ErrorEntry][] =>
  codes.map((code) => [String(code), entry]);

// Meta, "Cloud API error codes". Codes that are not here are treated as dead, and shown.
const ERRORS: ReadonlyMap<string, ErrorEntry> = new Map([
  ...entries([1, 2, 131000, 131016, 133004, 131057, 2494100], {
    class: "retry",
    message: "WhatsApp is having trouble right now.",
    remedy: "Nothing to do: it is tried again.",
  }),
  ...entries([130429], {
    class: "throttle",
    message: "This number sends faster than WhatsApp allows.",
    afterMs: 5_000,
  }),
  ...entries([4, 80007], {
    class: "throttle",
    message: "The app made more requests than Meta allows for now.",
    afterMs: MINUTE,
  }),
  ...entries([131048, 131064], {
    class: "throttle",
    message: "WhatsApp limits this number because of its quality or its messaging limit.",
    remedy: "Send fewer messages to people who did not write first, and check the number's quality rating.",
    // The limit moves over hours; a quick retry only makes it worse.
    afterMs: 15 * MINUTE,
  }),
  // One message in 6 s to the same person, beyond a burst.
  ...entries([131056], {
    class: "pair",
    message: "Too many messages to this person in a short time.",
    afterMs: 6_000,
  }),
  ...entries([0, 3, 10, 190, 131005], {
    class: "token",
    message: "The channel's access token is no longer valid or lacks a permission.",
    remedy: RECONNECT,
  }),
  ...entries([368, 131031, 131045], {
    class: "account",
    message: "Meta has restricted this WhatsApp account.",
    remedy: BUSINESS_MANAGER,
  }),
  ...entries([131042, 131044], {
    class: "account",
    message: "There is a problem with the account's payment method.",
    remedy: "Add or repair the payment method in WhatsApp Manager.",
  }),
  ...entries([33, 131037, 133010], {
    class: "account",
    message: "This number is not ready to send: not registered, deleted, or without an approved name.",
    remedy: BUSINESS_MANAGER,
  }),
  ...entries([131047], {
    class: "dead",
    message: "More than 24 hours have passed since the customer last wrote.",
    remedy: "Send an approved template, or wait until the customer writes.",
  }),
  ...entries([131026], {
    class: "dead",
    message:
      "The message could not be delivered: the number may not be on WhatsApp, or has an old version of it.",
  }),
  ...entries([131030], {
    class: "dead",
    message: "The recipient is not on the test number's list.",
    remedy:
      "Add the number to the allowed recipients in the app's WhatsApp settings, or use a production number.",
  }),
  ...entries([131021], { class: "dead", message: "A number can't write to itself." }),
  ...entries([130497], { class: "dead", message: "This account may not write to people in that country." }),
  ...entries([131062, 137000], {
    class: "dead",
    message: "The recipient's identity can't be used for this message.",
  }),
  ...entries([131049, 131050, 130472, 131063], {
    class: "dead",
    message: "WhatsApp did not deliver this marketing message to protect the recipient's experience.",
    remedy:
      "Wait at least a day before the next marketing message to this person; people who opted out must not get any.",
  }),
  ...entries([132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132068, 132069], {
    class: "dead",
    message: "The template does not exist in this language, is paused, or its values do not fit.",
    remedy: "Compare the template's name, language and variables with the approved version.",
  }),
  ...entries([100, 131008, 131009, 131051, 131055, 135000, 134100, 134101, 134102], {
    class: "dead",
    message: "WhatsApp refused the message because a part of it is missing or wrong.",
    remedy: "The details say which part; correct the message in the flow.",
  }),
  ...entries([131052, 131053], {
    class: "dead",
    message: "The file could not be fetched or has a type WhatsApp does not take.",
    remedy: "Check that the file's address is public and that its type and size are allowed.",
  }),
]);

// 200 to 299 are all missing permissions.
const isPermission = (code: string) => /^2\d\d$/.test(code);

export function lookUpError(code: string): ErrorEntry | null {
  if (isPermission(code)) return ERRORS.get("190") ?? null;
  return ERRORS.get(code) ?? null;
}

/** @param details the platform's own words, kept beside ours because they name the field or the file */
export function deliveryError(code: string, details: string | null): DeliveryError {
  const entry = lookUpError(code);
  const said = details === null ? "" : cleaned(details);
  const message = entry
    ? said
      ? `${entry.message} (${said})`
      : entry.message
    : said || "WhatsApp refused the message without a reason.";
  return { code, message, ...(entry?.remedy ? { remedy: entry.remedy } : {}) };
}

/** Foreign text goes into logs, JSON columns and screens: no control characters, no half characters, not endless. */
function cleaned(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}]+/gu, " ")
    .trim()
    .slice(0, 500);
}
