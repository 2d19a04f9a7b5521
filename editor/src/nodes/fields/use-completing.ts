/** Completing in a text area: follows the cursor, moves through what fits by arrow keys, takes it by Enter or Tab. */
import { type ChangeEvent, type KeyboardEvent, type RefObject, useState } from "react";
import { useCompletions } from "./Completions.tsx";
import { completed, completionAt } from "./completion.ts";
import type { VariableChoice } from "./variable-choices.ts";

interface CompletingArgs {
  /** Id of the list that is shown. */
  id: string;
  area: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange(value: string): void;
}

export function useCompleting({ id, area, value, onChange }: CompletingArgs) {
  /** Where the cursor is while something is typed; null when nothing is to be completed. */
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const completion = caret === null ? null : completionAt(value, caret);
  const choices = useCompletions(completion);
  const open = completion !== null && choices.length > 0;

  const put = (text: string, at: number) => {
    onChange(text);
    setCaret(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at, at);
    });
  };
  const pick = (choice: VariableChoice) => {
    if (caret === null || !completion) return;
    const next = completed(value, caret, completion, choice.path);
    put(next.value, next.caret);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const chosen = choices[active];
    switch (event.key) {
      case "ArrowDown":
        setActive((active + 1) % choices.length);
        break;
      case "ArrowUp":
        setActive((active + choices.length - 1) % choices.length);
        break;
      case "Escape":
        setCaret(null);
        break;
      case "Enter":
      case "Tab":
        if (chosen) pick(chosen);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    put,
    area: {
      onKeyDown,
      onChange: (event: ChangeEvent<HTMLTextAreaElement>) => {
        setActive(0);
        setCaret(event.currentTarget.selectionStart);
        onChange(event.currentTarget.value);
      },
      onBlur: () => setCaret(null),
      ...(open && {
        "aria-controls": id,
        "aria-activedescendant": `${id}-${active}`,
        "aria-autocomplete": "list" as const,
      }),
    },
    list: open ? { id, choices, active, onPick: pick } : null,
  };
}
