/** Short notices at the bottom of the screen. */
import { notifications } from "@mantine/notifications";
import { toApiError } from "./api-error.ts";

/** `what` says what could not be done, as "The flow was not deleted". */
export function notifyError(what: string, thrown: unknown): void {
  notifications.show({ color: "red", title: what, message: toApiError(thrown).message, autoClose: 8_000 });
}

export function notifyDone(message: string): void {
  notifications.show({ message });
}
