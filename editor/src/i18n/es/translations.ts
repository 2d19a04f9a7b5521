/** Spanish for the texts of a flow in other languages. */
import type { Catalogue } from "../t.ts";

export const translations: Catalogue = {};
