/** Where a flow begins; its triggers live on the flow. `{}` */
import { z } from "zod";

export const startSchema = z.looseObject({});
