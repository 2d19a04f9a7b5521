/** Instagram as a channel: deliveries are verified and kept; nothing is read from them or sent yet. */
import { unreadEntries } from "../unread-entries.ts";

export const instagram = unreadEntries("instagram", "instagram");
