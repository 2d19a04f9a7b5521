/** Named limits of a step and of a session, each with its reason. */

/** Node visits in one step: a loop without a wait ends here instead of spinning. */
export const MAX_VISITS_PER_STEP = 100;
/** Inputs in one session: two bots answering each other end here. */
export const MAX_STEPS_PER_SESSION = 500;
/** Called flows inside each other: recursion ends here. */
export const MAX_CALL_DEPTH = 10;
/** Messages of one step: more at once is a mistake of the flow and costs money at the platform. */
export const MAX_SENDS_PER_STEP = 30;
/** Session state as JSON: past it a flow is hoarding (an HTTP answer saved whole, say). */
export const MAX_VARS_CHARS = 64_000;
/** Messages kept while a request runs: more at once is no conversation. */
export const MAX_KEPT_MESSAGES = 10;
/** A kept message as JSON: an answer, not an address book. */
export const MAX_KEPT_CHARS = 8_000;
