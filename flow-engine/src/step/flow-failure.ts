/** A failure of the flow, not of the program: thrown where a node can't go on, caught by the step, ends the session. */
export class FlowFailure extends Error {
  readonly code: string;
  readonly reason: "error" | "limit";

  constructor(code: string, message: string, reason: "error" | "limit") {
    super(message);
    this.code = code;
    this.reason = reason;
  }
}
