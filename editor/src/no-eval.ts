/** Zod tries whether it may compile its schemas, which the policy of our pages forbids and browsers report at each load: it need not ask. */
import { config } from "zod";

config({ jitless: true });
