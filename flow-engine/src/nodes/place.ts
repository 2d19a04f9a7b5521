/** A place on the map whose parts are templates: shared by the nodes that send one. */
import { z } from "zod";
import { parseLatitude, parseLongitude } from "../expressions/coordinates.ts";
import { compileOptional, compileTemplate, type Template } from "../expressions/templates.ts";
import type { NodeProblem, Scope } from "./define-node.ts";
import { isLiteral, type TextField } from "./text-field.ts";

export const placeFields = {
  latitude: z.string().max(200).describe("Template. Degrees north of the equator: -90 to 90."),
  longitude: z.string().max(200).describe("Template. Degrees east of Greenwich: -180 to 180."),
  name: z.string().max(1_000).optional().describe("Template. What the place is called."),
  address: z.string().max(1_000).optional().describe("Template. Its street and town, below the name."),
};
export interface PlaceData {
  latitude: string;
  longitude: string;
  name?: string | undefined;
  address?: string | undefined;
}

export interface PreparedPlace {
  latitude: Template;
  longitude: Template;
  name: Template | null;
  address: Template | null;
}
interface Place {
  latitude: number;
  longitude: number;
  name?: string;
  address?: string;
}

export function preparePlace({ latitude, longitude, name, address }: PlaceData): PreparedPlace {
  return {
    latitude: compileTemplate(latitude),
    longitude: compileTemplate(longitude),
    name: compileOptional(name),
    address: compileOptional(address),
  };
}

/** null, with a note in the trace, when it is nowhere. */
export function renderPlace(scope: Scope, prepared: PreparedPlace): Place | null {
  const [north, east] = [scope.render(prepared.latitude), scope.render(prepared.longitude)];
  const [latitude, longitude] = [parseLatitude(north), parseLongitude(east)];
  if (latitude === null || longitude === null) {
    const message = `“${north}, ${east}” is no place on the map`;
    scope.record({ type: "error", nodeId: scope.nodeId, code: "place-unreadable", message });
    return null;
  }
  const name = prepared.name ? scope.render(prepared.name).trim() : "";
  const address = prepared.address ? scope.render(prepared.address).trim() : "";
  return { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) };
}

/** @param path where the place stands in the data */
export function placeTexts(data: PlaceData, path: readonly string[] = []): TextField[] {
  const field = (name: keyof PlaceData, label: string, rest: Partial<TextField> = {}): TextField => {
    const where = [...path, name];
    return { key: where.join("."), path: where, label, source: data[name], reader: "customer", ...rest };
  };
  return [
    field("latitude", "the latitude", { reader: "machine", code: "latitude", required: true }),
    field("longitude", "the longitude", { reader: "machine", code: "longitude", required: true }),
    field("name", "the name of the place"),
    field("address", "the address of the place"),
  ];
}

export function placeProblems({ latitude, longitude }: PlaceData): NodeProblem[] {
  return [
    ...degreeProblems(latitude, parseLatitude, "latitude", 90),
    ...degreeProblems(longitude, parseLongitude, "longitude", 180),
  ];
}

function degreeProblems(
  source: string,
  parse: (text: string) => number | null,
  what: string,
  most: number,
): NodeProblem[] {
  if (source.trim() === "" || !isLiteral(source) || parse(source) !== null) return [];
  const message = `“${source}” is no ${what}. Write degrees between -${most} and ${most}, as 36.5297.`;
  return [{ code: `${what}-invalid`, severity: "error", message }];
}
