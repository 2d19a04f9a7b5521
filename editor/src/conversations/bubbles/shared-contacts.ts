/** Cards that a customer shared, each with a name to show. Pure. */

import { type ContactCard, sharedContacts as readCards } from "@hilo/flow-engine";
import { t } from "../../i18n/t.ts";

export function sharedContacts(raw: readonly Record<string, unknown>[]): ContactCard[] {
  return readCards(raw).map((card) => ({ ...card, name: card.name || t("No name") }));
}
