/** The keyboard in a list that is searched: arrows move, Enter takes, Escape closes. */
import { type KeyboardEvent, useState } from "react";

interface ListKeys {
  /** Place of the one that Enter takes. */
  active: number;
  /** After another search. */
  reset(): void;
  onKeyDown(event: KeyboardEvent): void;
}

export function useListKeys<T>(
  found: readonly T[],
  onPick: (item: T) => void,
  onClose: () => void,
): ListKeys {
  const [active, setActive] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    const chosen = found[active];
    if (event.key === "Enter" && chosen !== undefined) onPick(chosen);
    const move = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (move === 0 || found.length === 0) return;
    event.preventDefault();
    setActive((active + move + found.length) % found.length);
  };
  return { active, reset: () => setActive(0), onKeyDown };
}
