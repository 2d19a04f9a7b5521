/** The platforms' error codes: what each means in plain words, what to do, and how a send goes on. Meta classifies by code, not by HTTP status. */
import type { ErrorEntry } from "./errors.ts";

const MINUTE = 60_000;
const RECONNECT =
  "Connect the channel again with a valid access token that has the whatsapp_business_messaging permission.";
const BUSINESS_MANAGER = "Look into WhatsApp Manager: Meta says there what the account needs.";

const entries = (codes: readonly (number | string)[], entry: ErrorEntry): [string, ErrorEntry][] =>
  codes.map((code) => [String(code), entry]);

// Meta, "Cloud API error codes". Codes that are not here are treated as dead, and shown.
export const WHATSAPP_ERRORS: ReadonlyMap<string, ErrorEntry> = new Map([
  ...entries([1, 2, 131000, 131016, 133004, 131057, 2494100], {
    class: "retry",
    message: "WhatsApp is having trouble right now.",
    remedy: "Nothing to do: it is tried again.",
  }),
  ...entries([130429], {
    class: "pause",
    message: "This number sends faster than WhatsApp allows.",
    afterMs: 5_000,
  }),
  ...entries([4, 80007], {
    class: "pause",
    message: "The app made more requests than Meta allows for now.",
    afterMs: MINUTE,
  }),
  ...entries([131048, 131064], {
    class: "pause",
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
    class: "reauthorize",
    message: "The channel's access token is no longer valid or lacks a permission.",
    remedy: RECONNECT,
  }),
  ...entries([368, 131031, 131045], {
    class: "pause",
    message: "Meta has restricted this WhatsApp account.",
    remedy: BUSINESS_MANAGER,
  }),
  ...entries([131042, 131044], {
    class: "pause",
    message: "There is a problem with the account's payment method.",
    remedy: "Add or repair the payment method in WhatsApp Manager.",
  }),
  ...entries([33, 131037, 133010], {
    class: "pause",
    message: "This number is not ready to send: not registered, deleted, or without an approved name.",
    remedy: BUSINESS_MANAGER,
  }),
  ...entries([131047], {
    class: "window",
    message: "More than 24 hours have passed since the customer last wrote.",
    remedy: "Send an approved template, or wait until the customer writes.",
  }),
  ...entries([131026], {
    class: "recipient",
    message:
      "The message could not be delivered: the number may not be on WhatsApp, or has an old version of it.",
  }),
  ...entries([131030], {
    class: "recipient",
    message: "The recipient is not on the test number's list.",
    remedy:
      "Add the number to the allowed recipients in the app's WhatsApp settings, or use a production number.",
  }),
  ...entries([131021], { class: "recipient", message: "A number can't write to itself." }),
  ...entries([130497], {
    class: "recipient",
    message: "This account may not write to people in that country.",
  }),
  ...entries([131062, 137000], {
    class: "recipient",
    message: "The recipient's identity can't be used for this message.",
  }),
  ...entries([131049, 131063], {
    class: "recipient",
    message: "This person has had as many marketing messages as WhatsApp lets through for now.",
    remedy: "Wait at least a day before the next marketing message to this person.",
  }),
  ...entries([131050], {
    class: "recipient",
    message: "This person has stopped marketing messages from this business in WhatsApp.",
    remedy: "Send no marketing to them until they allow it again; answers to what they write still go.",
  }),
  ...entries([130472], {
    class: "recipient",
    message: "This person is part of an experiment of Meta's and gets no marketing messages from anybody.",
    remedy: "Nothing to do: another template would not arrive either.",
  }),
  ...entries([132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132068, 132069], {
    class: "template",
    message: "The template does not exist in this language, is paused, or its values do not fit.",
    remedy: "Compare the template's name, language and variables with the approved version.",
  }),
  ...entries([100, 131008, 131009, 131051, 131055, 135000, 134100, 134102], {
    class: "permanent",
    message: "WhatsApp refused the message because a part of it is missing or wrong.",
    remedy: "The details say which part; correct the message in the flow.",
  }),
  ...entries([134101], {
    class: "retry",
    message: "The template is being prepared for marketing messages.",
    remedy: "Nothing to do: it is tried again.",
    // "Wait 10 minutes", says the documentation.
    afterMs: 10 * MINUTE,
  }),
  ...entries([133000, 133005, 133006, 133008, 133009, 133015, 133016], {
    class: "permanent",
    message: "The number could not be registered or verified.",
    remedy: "Register the number again in WhatsApp Manager; after many wrong PINs Meta asks to wait.",
  }),
  ...entries([131052, 131053], {
    class: "media",
    message: "The file could not be fetched or has a type WhatsApp does not take.",
    remedy: "Check that the file's address is public and that its type and size are allowed.",
  }),
]);

const RECONNECT_PAGE =
  "Connect the channel again: somebody has to give Hilo access to the page or account with all permissions that are asked for.";

// Meta, "Messenger Platform error codes" and "Instagram messaging"; `code/subcode` where the code alone says too little.
export const PAGE_ERRORS: ReadonlyMap<string, ErrorEntry> = new Map([
  ...entries([1, 2, 1200, "2/2018344"], {
    class: "retry",
    message: "The platform is having trouble right now.",
    remedy: "Nothing to do: it is tried again.",
  }),
  ...entries([4, 17, 32, 613], {
    class: "pause",
    message: "This page or account sends faster than Meta allows.",
    afterMs: MINUTE,
  }),
  ...entries([0, 10, 102, 190], {
    class: "reauthorize",
    message: "The channel's access token is no longer valid or lacks a permission.",
    remedy: RECONNECT_PAGE,
  }),
  ...entries([368, "10/1893063"], {
    class: "pause",
    message: "Meta has restricted this page or account.",
    remedy: "Look into the page's quality in Meta Business Suite: it says what happened and until when.",
  }),
  ...entries(["10/2018278", "10/2534022", 1545041, "100/2018278"], {
    class: "window",
    message: "More than 24 hours have passed since the customer last wrote.",
    remedy: "Wait until the customer writes; a person may still answer by hand within seven days.",
  }),
  ...entries([551, "100/2018001", "200/2018028", "10/2018108", "100/2018164"], {
    class: "recipient",
    message:
      "This person can't be written to: they blocked the page, deleted the chat, or never wrote to it.",
  }),
  ...entries(["10/2018300", "100/2534014"], {
    class: "recipient",
    message: "The comment can't be answered in private any more: only once, and within seven days.",
  }),
  ...entries(["100/2018047", "100/2018008", "100/2018109", "100/2018294", "100/2534001"], {
    class: "media",
    message: "The file could not be fetched or is of a kind or size the platform does not take.",
    remedy: "Check that the file's address is public and that its type and size are allowed.",
  }),
  ...entries([100], {
    class: "permanent",
    message: "The platform refused the message because a part of it is missing or wrong.",
    remedy: "The details say which part; correct the message in the flow.",
  }),
]);
