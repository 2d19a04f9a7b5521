/** Which sessions of the list are selected: some by hand, or all that fit. Another filter is another selection. */
import { isLiveStatus } from "@hilo/flow-engine";
import { type ChosenSessions, MAX_SESSIONS_AT_ONCE, type Session } from "@hilo/server/contract";
import { useState } from "react";
import type { SessionFilter } from "../api/queries.ts";

interface Selected {
  /** The filter it was made under. */
  under: string;
  ids: ReadonlySet<string>;
  everything: boolean;
}

export interface Selection {
  has(id: string): boolean;
  toggle(id: string): void;
  /** Of those that are shown and under way. */
  allShown: boolean;
  someShown: boolean;
  toggleShown(): void;
  takeEverything(): void;
  clear(): void;
  /** Null: nothing is selected. */
  chosen: ChosenSessions | null;
  /** Null: all that fit. */
  count: number | null;
}

export function useSelection(filter: SessionFilter, rows: readonly Session[]): Selection {
  const under = JSON.stringify(filter);
  const none: Selected = { under, ids: new Set(), everything: false };
  const [kept, setKept] = useState<Selected>(none);
  const selected = kept.under === under ? kept : none;
  const shown = rows.filter(({ status }) => isLiveStatus(status)).map(({ id }) => id);
  // Who ended meanwhile is not selected any more.
  const ids = shown.filter((id) => selected.everything || selected.ids.has(id));
  const allShown = shown.length > 0 && ids.length === shown.length;
  const take = (next: readonly string[]) =>
    setKept({ under, ids: new Set(next.slice(0, MAX_SESSIONS_AT_ONCE)), everything: false });
  return {
    has: (id) => ids.includes(id),
    toggle: (id) => take(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]),
    allShown,
    someShown: ids.length > 0 && !allShown,
    toggleShown: () => take(allShown ? [] : shown),
    takeEverything: () => setKept({ under, ids: new Set(), everything: true }),
    clear: () => setKept(none),
    chosen: chosenOf(selected.everything, filter, ids),
    count: selected.everything ? null : ids.length,
  };
}

function chosenOf(everything: boolean, filter: SessionFilter, ids: readonly string[]): ChosenSessions | null {
  if (everything) return { filter };
  return ids.length === 0 ? null : { ids: [...ids] };
}
