/** Words that are written as data and looked up where they are drawn: titles of steps, of commands, of actions. */
import { CANVAS_ACTIONS } from "../canvas/actions.ts";
import { COMMAND_TITLES } from "../document/commands/index.ts";
import { CONTACT_PATHS, OTHER_PATHS } from "../document/variables.ts";
import { RIGHT_PLACEHOLDERS } from "../nodes/fields/operators.ts";
import { KIND_WORDS } from "../nodes/fields/variable-choices.ts";
import { NODE_UI } from "../nodes/index.ts";
import { GROUP_TITLES } from "../nodes/node-ui.ts";
import { unknownUi } from "../nodes/unknown/index.ts";
import { SAMPLES } from "../simulator/AttachMenu.tsx";
import { CHANGES, SHOWN_AS } from "../simulator/fit-words.ts";
import { PASSED } from "../simulator/use-runs.ts";

/** Each once. */
export function wordsInData(): Set<string> {
  return new Set([
    ...[...Object.values(NODE_UI), unknownUi].flatMap(({ title, description }) => [title, description]),
    // Where a list has a key called `value`.
    KIND_WORDS.value,
    RIGHT_PLACEHOLDERS.value,
    ...[...CONTACT_PATHS, ...OTHER_PATHS].map(({ label }) => label),
    ...Object.values(GROUP_TITLES),
    ...Object.values(COMMAND_TITLES),
    ...SAMPLES.map(({ label }) => label),
    ...[SHOWN_AS, CHANGES, PASSED].flatMap((words) => Object.values<string>(words)),
    ...CANVAS_ACTIONS.flatMap(({ title, section }) => [title, section]),
  ]);
}
