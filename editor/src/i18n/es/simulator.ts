/** Spanish for the test phone. The reason for its length: one line for each text. */
import type { Catalogue } from "../t.ts";

export const simulator: Catalogue = {};
