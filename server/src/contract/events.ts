/** Events that other programs report, for flows with the trigger `event`. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { id } from "./common.ts";

/** What is said about it is kept with the session it starts: a page of text, not a file. */
const MAX_DATA_CHARS = 8_000;

/** Spaces, dots, dashes and brackets are as people write them. */
const phone = z
  .string()
  .max(40)
  .transform((text) => `+${text.replace(/[\s().-]/g, "").replace(/^\+/, "")}`)
  .pipe(z.string().regex(/^\+\d{5,20}$/, "write the number with its country code, like +573001234567"));

export const reportedEvent = z.strictObject({
  /** As the flow's trigger names it; upper case and accents make no difference. */
  name: z.string().trim().min(1).max(80),
  /** Read in the flow as `trigger.event.data`. */
  data: z
    .record(z.string().max(64), z.unknown())
    .refine(
      (data) => JSON.stringify(data).length <= MAX_DATA_CHARS,
      `at most ${MAX_DATA_CHARS} characters of JSON`,
    )
    .optional(),
  /** One of the three. With a conversation, only there; else where the contact's most recent messages are. */
  contact: z.union([
    z.strictObject({ id }),
    z.strictObject({ phone }),
    z.strictObject({ conversationId: id }),
  ]),
  /** A report with the key of an earlier one changes nothing. */
  idempotencyKey: z.string().min(1).max(200).optional(),
});

export const eventsContract = {
  /**
   * Starts the flow that listens for the event, unless a conversation is under way that it may not interrupt.
   * `accepted` is 0 when no published flow listens for it, or the contact has no conversation where one does.
   * An unknown contact is `not-found`.
   */
  report: oc
    .route({ method: "POST", path: "/events", tags: ["Events"], successStatus: 202 })
    .input(reportedEvent)
    .output(z.object({ accepted: z.number().int() })),
};
