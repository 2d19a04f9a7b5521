/** Messenger as a channel. */
import { metaMessaging } from "../meta-messaging/adapter.ts";

export const messenger = metaMessaging("messenger", "page");
