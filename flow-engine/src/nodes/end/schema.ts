/** Ends the flow: returns to the caller, or completes the session. `{}` */
import { z } from "zod";

export const endSchema = z.looseObject({});
