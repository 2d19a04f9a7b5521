/** A place on the map. `{ "latitude": "36.5297", "longitude": "-6.2920", "name": "Tienda", "address": "Calle Ancha 3, Cádiz" }` */
import { z } from "zod";
import { placeFields } from "../place.ts";

export const locationSchema = z.looseObject(placeFields);
export type LocationData = z.infer<typeof locationSchema>;
