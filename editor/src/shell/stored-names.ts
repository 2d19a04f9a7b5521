/** Names that the server gives at its first start, in English: said in the reader's language until somebody changes them. */
import { t } from "../i18n/t.ts";

/** Of the workspace, and of the channel of each platform that the simulator plays. */
export const FIRST_NAMES: readonly string[] = [
  // t:
  "My workspace",
  "Simulator",
  "Simulator: Instagram",
  "Simulator: Messenger",
];

/** For reading only: a field that changes the name has it as it is stored. */
export function storedName(name: string): string {
  return FIRST_NAMES.includes(name) ? t(name) : name;
}
