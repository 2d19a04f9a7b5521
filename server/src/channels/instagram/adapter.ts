/** Instagram messaging as a channel. */
import { metaMessaging } from "../meta-messaging/adapter.ts";

export const instagram = metaMessaging("instagram", "instagram");
