/** Choices of a select as they are shown: lists hold English, which is looked up when they are drawn. */
import { t } from "../../i18n/t.ts";

export function inWords<C extends { label: string }>(choices: readonly C[]): C[] {
  return choices.map((choice) => ({ ...choice, label: t(choice.label) }));
}
