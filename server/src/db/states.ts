// The words that text columns may hold; Prisma and SQL see plain text, the code sees these.

export const PLATFORMS = ["whatsapp", "instagram", "messenger", "simulator"] as const;
export type Platform = (typeof PLATFORMS)[number];

export const CHANNEL_STATES = ["active", "paused", "reauthorize", "disabled"] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

export const INBOX_KINDS = ["message", "echo", "timer", "task-result", "agent", "start", "other"] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

export const INBOX_STATES = ["pending", "done", "quarantined", "ignored"] as const;
export type InboxState = (typeof INBOX_STATES)[number];

export const MESSAGE_STATUSES = [
  "Received",
  "Pending",
  "Sending",
  "Sent",
  "Delivered",
  "Read",
  "Failed",
  "Uncertain",
  "Cancelled",
] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const MESSAGE_AUTHORS = ["customer", "bot", "agent", "system", "echo"] as const;
export type MessageAuthor = (typeof MESSAGE_AUTHORS)[number];

export const CONVERSATION_MODES = ["Bot", "Human"] as const;
export type ConversationMode = (typeof CONVERSATION_MODES)[number];

export const DELIVERY_STATUSES = ["sent", "delivered", "read", "failed"] as const;
export type DeliveryStatusName = (typeof DELIVERY_STATUSES)[number];

export const TASK_STATES = ["pending", "running", "done", "dead"] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const ROLES = ["owner", "admin", "editor", "agent", "viewer"] as const;
export type Role = (typeof ROLES)[number];
