/** Portuguese for the channels. */
import type { Catalogue } from "../t.ts";

export const channels: Catalogue = {};
