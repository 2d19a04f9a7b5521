/** Shows that somebody is writing, and goes on after a while. `{ "seconds": 3 }` */
import { z } from "zod";

/** WhatsApp's own sign goes away after 25 seconds ("Typing indicators"). */
export const MAX_TYPING_SECONDS = 25;

export const typingSchema = z.looseObject({
  seconds: z.number().min(0.5).max(MAX_TYPING_SECONDS).default(2).describe("How long it is shown."),
});
export type TypingData = z.infer<typeof typingSchema>;
