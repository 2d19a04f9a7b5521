/** Spanish for the conversations. */
import type { Catalogue } from "../t.ts";

export const conversations: Catalogue = {};
