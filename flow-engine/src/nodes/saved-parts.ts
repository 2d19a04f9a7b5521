/** Parts of a JSON body kept as variables: of an answer to a request, of a call from outside. */
import { z } from "zod";
import { readPath } from "../step/environment.ts";
import { NEXT_PORT, type Ref, type Scope } from "./define-node.ts";

export interface SavedPart {
  path: string;
  name: string;
}

export const savedPartsField = z
  .array(
    z.object({
      path: z.string().max(200).describe("Dotted path in the JSON answer, `items.0.name`; empty: all of it."),
      name: z.string().min(1).max(64).describe("The variable."),
    }),
  )
  .max(30)
  .default([])
  .describe("Parts of the answer to keep.");

/** What is not there becomes null, so that no older value is taken for it. */
export function keepParts(scope: Scope, body: unknown, save: readonly SavedPart[]): void {
  for (const { path, name } of save) {
    const value = path === "" ? body : readPath(body, path);
    scope.set(name, value ?? null);
  }
}

export function savedPartRefs(save: readonly SavedPart[]): Ref[] {
  return save.map(({ name }) => ({ kind: "sets", name, ports: [NEXT_PORT.id] }));
}
