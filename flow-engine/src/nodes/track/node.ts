/** Counts an event, with what it is worth and its details. */
import { toNumber } from "../../expressions/numbers.ts";
import { compileOptional, compileTemplate, type Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT, type NodeProblem, type Scope } from "../define-node.ts";
import { type TextField, topText } from "../text-field.ts";
import { type TrackData, trackSchema } from "./schema.ts";

interface Prepared {
  value: Template | null;
  properties: readonly { name: string; value: Template }[];
}

/** Undefined when there is none; a text that is no number is told in the trace. */
function worthOf(scope: Scope<TrackData, Prepared>): number | undefined {
  const text = scope.prepared.value ? scope.render(scope.prepared.value).trim() : "";
  if (text === "") return undefined;
  const value = toNumber(text);
  if (value !== null) return value;
  const message = "the value is no number: the event is counted without it";
  scope.record({ type: "error", nodeId: scope.nodeId, code: "not-a-number", message });
  return undefined;
}

function texts(data: TrackData): TextField[] {
  return [
    topText(data, "value", "the value", { reader: "machine" }),
    ...data.properties.map(({ name, value }, at): TextField => {
      const path = ["properties", at, "value"];
      return { key: path.join("."), path, label: `the detail ${name}`, source: value, reader: "machine" };
    }),
  ];
}

function check({ event }: TrackData): NodeProblem[] {
  if (event !== "") return [];
  return [{ code: "event-empty", severity: "error", message: "There is no event to count. Name it." }];
}

export const trackNode = defineNode({
  type: "track",
  group: "act",
  summary: "Counts something that happened, with what it is worth.",
  version: 1,
  schema: trackSchema,
  defaults: { event: "", properties: [] },
  ports: () => [NEXT_PORT],
  prepare: (data): Prepared => ({
    value: compileOptional(data.value),
    properties: data.properties.map(({ name, value }) => ({ name, value: compileTemplate(value) })),
  }),
  enter(scope) {
    const { properties } = scope.prepared;
    const details = properties.map(({ name, value }): [string, string] => [name, scope.render(value)]);
    const value = worthOf(scope);
    scope.emit({
      type: "track-event",
      event: scope.data.event,
      ...(value === undefined ? {} : { value }),
      ...(details.length > 0 ? { properties: Object.fromEntries(details) } : {}),
    });
    return go();
  },
  texts,
  check,
});
