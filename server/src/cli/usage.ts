/** The command was called wrongly: its message, then the usage, exit 2. */
export class UsageError extends Error {}
