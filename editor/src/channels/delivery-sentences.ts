/** What platforms answer and webhooks end with, as the server says it: sentences, with places for what stands in them. */

/** Why a message did not go out, or nobody knows whether it did. */
const SENDS = [
  // t:
  "WhatsApp is having trouble right now.",
  "This number sends faster than WhatsApp allows.",
  "The app made more requests than Meta allows for now.",
  "WhatsApp limits this number because of its quality or its messaging limit.",
  "Too many messages to this person in a short time.",
  "The channel's access token is no longer valid or lacks a permission.",
  "Meta has restricted this WhatsApp account.",
  "There is a problem with the account's payment method.",
  "This number is not ready to send: not registered, deleted, or without an approved name.",
  "More than 24 hours have passed since the customer last wrote.",
  "The message could not be delivered: the number may not be on WhatsApp, or has an old version of it.",
  "The recipient is not on the test number's list.",
  "A number can't write to itself.",
  "This account may not write to people in that country.",
  "The recipient's identity can't be used for this message.",
  "This person has had as many marketing messages as WhatsApp lets through for now.",
  "This person has stopped marketing messages from this business in WhatsApp.",
  "This person is part of an experiment of Meta's and gets no marketing messages from anybody.",
  "The template does not exist in this language, is paused, or its values do not fit.",
  "WhatsApp refused the message because a part of it is missing or wrong.",
  "The template is being prepared for marketing messages.",
  "The number could not be registered or verified.",
  "The file could not be fetched or has a type WhatsApp does not take.",
  "The platform is having trouble right now.",
  "This page or account sends faster than Meta allows.",
  "Meta has restricted this page or account.",
  "This person can't be written to: they blocked the page, deleted the chat, or never wrote to it.",
  "The comment can't be answered in private any more: only once, and within seven days.",
  "The file could not be fetched or is of a kind or size the platform does not take.",
  "The platform refused the message because a part of it is missing or wrong.",
  "{platform} refused the message without a reason.",
  "The platform answered with HTTP status {status}.",
  "The platform said yes but named no message.",
  "The platform could not be reached ({reason}).",
  "The message went out and no answer came back ({reason}), so nobody knows whether it arrived.",
  "No complete answer within {seconds} s.",
  "The customer has not written for 24 hours: WhatsApp takes approved templates only.",
  "The customer has not written for 24 hours: nothing may be sent to them.",
  "This person has stopped marketing messages from this business, and the template is marketing.",
  "This person asked to hear no more from this business, and the template is marketing.",
  "Whether this person wants marketing could not be looked up.",
  "So many messages waited for this person that this one did not go out within 24 hours.",
  "Instagram told this person's name and no id: nothing can be sent to them until they write.",
  "This channel has no message of this kind.",
  "The channel has no access token that can be read.",
  "The message was being sent when its worker stopped, so nobody knows whether it arrived.",
  "The database was restored from a copy made before this was sent, so nobody knows whether it went out since.",
  "Hilo made a mistake while sending.",
  "The file is not on this server any more: upload it again and choose it in the flow.",
  "The file could not be uploaded ({reason}).",
  "The platform's answer to the upload can't be read.",
  "{platform} takes no {kind}.",
  "{platform} takes {types} as {kind}, not {type}.",
  "{platform} takes files of {max} at most as {kind}; this one has {size}.",
] as const;

/** What to do about it. */
const REMEDIES = [
  // t:
  "Connect the channel again with a valid access token that has the whatsapp_business_messaging permission.",
  "Connect the channel again: somebody has to give Hilo access to the page or account with all permissions that are asked for.",
  "Look into WhatsApp Manager: Meta says there what the account needs.",
  "Nothing to do: it is tried again.",
  "Nothing to do: another template would not arrive either.",
  "If it goes on, check this machine's connection and GRAPH_API_URL.",
  "Send fewer messages to people who did not write first, and check the number's quality rating.",
  "Add or repair the payment method in WhatsApp Manager.",
  "Send an approved template, or wait until the customer writes.",
  "Wait until the customer writes; a person may still answer by hand within seven days.",
  "Add the number to the allowed recipients in the app's WhatsApp settings, or use a production number.",
  "Wait at least a day before the next marketing message to this person.",
  "Send no marketing to them until they allow it again; answers to what they write still go.",
  "Send no marketing to them until they allow it again; answers and other templates still go.",
  "Compare the template's name, language and variables with the approved version.",
  "The details say which part; correct the message in the flow.",
  "Register the number again in WhatsApp Manager; after many wrong PINs Meta asks to wait.",
  "Check that the file's address is public and that its type and size are allowed.",
  "Look into the page's quality in Meta Business Suite: it says what happened and until when.",
  "It is not sent again by itself; the delivery status settles it when it comes.",
  "Send a template, or wait until the customer writes again.",
  "Wait until the customer writes again.",
  "People may write for seven days when Meta granted the app the human agent feature: then turn it on in the channel's settings.",
  "WhatsApp takes ten messages a minute for one person: let the flow say less.",
  "Enter the access token again on the channel's page.",
  "Ask the customer, or send it again by hand.",
] as const;

/** What a check of a channel finds, and why its messages are held. */
const CHANNELS = [
  // t:
  "The simulator is inside this server.",
  "The platform refused: {why}",
  "The token is of another account, @{name}.",
  "The token belongs to “{name}”.",
  "The token lacks {scopes}: connect again with all boxes ticked.",
  "Its webhooks could not be subscribed: customers' messages may not come.",
  "The token needs the right to manage the account.",
  "The number's quality is low: people block or report it.",
  "Send less to those who did not write first.",
  "The platform's list does not end.",
  "The platform's answer can't be read.",
  "Meta has disabled this WhatsApp account.",
  "Look into WhatsApp Manager: Meta says there what happened and how to appeal.",
  "The account no longer belongs to this app at Meta.",
  "Connect the channel again.",
  "Disconnected by a person.",
  "Connect it again to go on; messages wait until then.",
  "The person who connected this channel took Hilo's access away at Meta.",
  "Connect it again, so that held messages go out.",
  "Meta showed no number, page or account: sign in again as somebody who manages them, and leave all boxes ticked there.",
  "Meta gave no token for the page “{name}”: you need full control of it.",
  "Meta did not list the WhatsApp numbers: {why}",
  "Meta did not list the pages: {why}",
  "Only WhatsApp has templates.",
  "The channel has no access token that can be read: connect it again.",
  "Meta does not say which WhatsApp Business Account the number belongs to: the token needs the permission whatsapp_business_management, or write the account's id into the channel's settings.",
  // Any host: last, so that it takes no other sentence's beginning.
  "{host} can't be reached from this server.",
] as const;

/** Why a delivery of webhooks was refused or set aside, or a lead is not there. */
const WEBHOOKS = [
  // t:
  "No channel with the id {id} accepts deliveries with this app secret.",
  "X-Hub-Signature-256 is missing.",
  "X-Hub-Signature-256 is bad.",
  "No app secret is set: give the channel its app secret, or set META_APP_SECRET.",
  "No known app secret made this signature: compare the channel's app secret with the app's settings at Meta.",
  "The body nests deeper than {count} levels.",
  "The body is not JSON.",
  "The message names nobody it was written to.",
  "The message names no sender (neither from nor from_user_id).",
  "The database refused a value: {why}",
  "Hilo could not keep this lead; see the log.",
] as const;

/** Why a template may not be sent. */
const TEMPLATES = [
  // t:
  "Meta is still looking at it: wait until it is approved.",
  "Meta is looking at it again: wait until it is approved.",
  "Meta rejected it: change it in WhatsApp Manager and submit it again.",
  "Meta paused it because of its quality: people blocked or reported it.",
  "It comes back by itself, or after an edit.",
  "Meta disabled it for good: write a new one in WhatsApp Manager.",
  "It is being deleted at Meta: choose another one.",
  "It was deleted at Meta: choose another one.",
  "The account has as many templates as it may: delete some in WhatsApp Manager.",
  "It is archived at Meta: bring it back in WhatsApp Manager.",
  "Meta says it is {status}: look into WhatsApp Manager.",
  "It has {parts}, which flows can't fill in: send it by the API with its components, or choose another one.",
] as const;

export const SENTENCES: readonly string[] = [...SENDS, ...REMEDIES, ...WEBHOOKS, ...TEMPLATES, ...CHANNELS];

/** Of templates, what flows have nothing to fill in for. */
export const PARTS: readonly string[] = [
  // t:
  "a header of the kind {format}",
  "a carousel",
  "an offer with an end",
  "a one-time password",
  "a list of products",
  "a product",
  "a catalog",
];

/** Of files. */
export const KINDS: readonly string[] = [
  // t:
  "image",
  "video",
  "audio",
  "document",
];
