/** Spanish for the sessions. */
import type { Catalogue } from "../t.ts";

export const sessions: Catalogue = {};
