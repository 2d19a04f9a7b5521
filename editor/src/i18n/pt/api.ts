/** Portuguese for what the server refuses. */
import type { Catalogue } from "../t.ts";

export const api: Catalogue = {};
