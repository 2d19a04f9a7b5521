/** What a caller did wrong or can't have: a stable code, a status, a sentence that says what to do. */
export class AppError extends Error {
  override name = "AppError";
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    /** One object per finding, for forms and problem lists. */
    readonly issues?: readonly Record<string, unknown>[],
  ) {
    super(message);
  }
}

/** The same answer whether a thing is not there or belongs to another workspace. */
export function notFound(what: string): AppError {
  return new AppError("not-found", 404, `There is no such ${what}.`);
}
