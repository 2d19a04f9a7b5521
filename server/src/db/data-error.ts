/** Errors that come from what was to be stored, not from the state of the database: trying again gives the same answer. */

/** SQLSTATE class 22 (data exception), 23 (constraint) and 54 (a value too large). */
const ABOUT_DATA = /^(22|23|54)[0-9A-Z]{3}$/;

export function isAboutData(error: unknown): boolean {
  return error instanceof Error && "code" in error && ABOUT_DATA.test(String(error.code));
}

/** Somebody else holds a row for longer than we wait (lock_not_available). */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "55P03";
}
