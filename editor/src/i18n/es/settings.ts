/** Spanish for the settings. */
import type { Catalogue } from "../t.ts";

export const settings: Catalogue = {};
