/** After something that changes several contacts at once: everything that shows one is asked for anew. */
import type { QueryClient } from "@tanstack/react-query";

const SHOWS_CONTACTS = [
  "contact",
  "contacts",
  "contact-count",
  "conversation",
  "conversations",
  "notes",
  "sessions",
];

export async function rereadContacts(client: QueryClient): Promise<void> {
  await Promise.all(SHOWS_CONTACTS.map((name) => client.invalidateQueries({ queryKey: [name] })));
}
