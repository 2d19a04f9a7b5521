/** The list below a text while something between `{{` and `}}` is typed. */
import { TEMPLATE_FILTERS } from "@hilo/flow-engine";
import { useDocument } from "../../canvas/flow-context.tsx";
import { t } from "../../i18n/t.ts";
import type { Completion } from "./completion.ts";
import classes from "./fields.module.css";
import { ChoiceWords } from "./VariablePicker.tsx";
import { matchingGroups, type VariableChoice, variableGroups } from "./variable-choices.ts";

/** More than this nobody reads while typing. */
const MAX_SHOWN = 8;
/** The filters people want most come first. */
const USUAL_FILTERS = [
  "default",
  "date",
  "upcase",
  "capitalize",
  "round",
  "join",
  "size",
  "truncate",
  "plus",
  "times",
];
const FILTERS = [...new Set([...USUAL_FILTERS, ...[...TEMPLATE_FILTERS].sort()])];

/** What fits to what is typed, best first. */
export function useCompletions(completion: Completion | null): VariableChoice[] {
  const doc = useDocument();
  if (!completion) return [];
  if (completion.kind === "filter") {
    const fitting = ["date", ...FILTERS].filter((name) => name.startsWith(completion.typed));
    return [...new Set(fitting)]
      .sort((a, b) => FILTERS.indexOf(a) - FILTERS.indexOf(b))
      .slice(0, MAX_SHOWN)
      .map((name) => ({ path: name, label: name, kind: "value" }));
  }
  return matchingGroups(variableGroups(doc), completion.typed)
    .flatMap(({ choices }) => choices)
    .slice(0, MAX_SHOWN);
}

interface CompletionsProps {
  id: string;
  choices: readonly VariableChoice[];
  active: number;
  onPick(choice: VariableChoice): void;
}

export function Completions({ id, choices, active, onPick }: CompletionsProps) {
  return (
    <div id={id} role="listbox" aria-label={t("What fits here")} className={classes.completions}>
      {choices.map((choice, at) => (
        <div
          key={choice.path}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          data-active={at === active || undefined}
          className={classes.choice}
          // Before the text loses its focus to the click.
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(choice);
          }}
        >
          <ChoiceWords choice={choice} />
        </div>
      ))}
    </div>
  );
}
