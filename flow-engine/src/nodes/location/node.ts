/** Sends a place on the map, and goes on. */
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { placeProblems, placeTexts, preparePlace, renderPlace } from "../place.ts";
import { FAILED_PORT, resumeSaid, say } from "../say.ts";
import { locationSchema } from "./schema.ts";

export const locationNode = defineNode({
  type: "location",
  group: "say",
  summary: "Sends a place on the map.",
  version: 1,
  schema: locationSchema,
  defaults: { latitude: "", longitude: "" },
  says: ["location"],
  ports: () => [NEXT_PORT, FAILED_PORT],
  prepare: (data) => preparePlace(data),
  enter(scope) {
    const place = renderPlace(scope, scope.prepared);
    return place ? say(scope, { type: "location", ...place }) : go();
  },
  resume: (scope, input) => resumeSaid(scope, input),
  texts: (data) => placeTexts(data),
  check: (data) => placeProblems(data),
});
