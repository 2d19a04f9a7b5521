/** Spanish for what the checks of a flow say. The reason for its length: one line for each text. */
import type { Catalogue } from "../t.ts";

export const checks: Catalogue = {};
