/** Sets and clears fields of the contact; what does not fit its field leaves the old value and is told. */
import { FIXED_FIELDS, PROFILE_FIELDS } from "../../effects/changed-contact.ts";
import { compileTemplate, type Template } from "../../expressions/templates.ts";
import {
  defineNode,
  go,
  NEXT_PORT,
  type NodeProblem,
  type Outcome,
  type Port,
  type Scope,
} from "../define-node.ts";
import { ERROR_NAMES } from "../error-policy.ts";
import type { TextField } from "../text-field.ts";
import { type FieldValue, fieldValue } from "./field-value.ts";
import { type ContactFieldData, contactFieldSchema, type FieldChange } from "./schema.ts";

interface PreparedChange extends Pick<FieldChange, "field" | "operation" | "as"> {
  template: Template;
}

/** Unconnected: the flow goes on by `next`, the old value stays. */
const INVALID_PORT: Port = { id: "error", label: "A value doesn't fit", optional: true };

type FieldScope = Scope<ContactFieldData, readonly PreparedChange[]>;
type Refusal = { code: string; message: string };

function newValue(scope: FieldScope, change: PreparedChange): FieldValue {
  if (change.operation === "clear") return { value: null };
  const zone = scope.read("contact.timeZone");
  const text = scope.render(change.template).trim();
  return fieldValue(change, text, typeof zone === "string" ? zone : scope.ctx.timeZone);
}

/** Why a value was refused; null when the field was changed. */
function apply(scope: FieldScope, change: PreparedChange): Refusal | null {
  const { field } = change;
  const result = newValue(scope, change);
  if ("value" in result) {
    scope.emit({ type: "set-contact-field", field, value: result.value });
    return null;
  }
  const refusal = { code: result.code, message: `${field} stays as it was: ${result.message}` };
  scope.record({ type: "error", nodeId: scope.nodeId, ...refusal });
  return refusal;
}

function enter(scope: FieldScope): Outcome {
  const refusals = scope.prepared.map((change) => apply(scope, change)).filter((refusal) => refusal !== null);
  const [first] = refusals;
  if (!first || !scope.connected(INVALID_PORT.id)) return go();
  scope.set("error_code", first.code);
  scope.set("error_message", first.message);
  return go(INVALID_PORT.id);
}

function texts(data: ContactFieldData): TextField[] {
  return data.fields.map(({ field, operation, value }, at) => {
    const path = ["fields", at, "value"];
    const source = operation === "set" ? value : undefined;
    return { key: path.join("."), path, label: `the value of ${field}`, source, reader: "machine" };
  });
}

function check(data: ContactFieldData): NodeProblem[] {
  return data.fields.flatMap(({ field, operation, value }): NodeProblem[] => {
    const problem = (code: string, message: string): NodeProblem[] => [{ code, severity: "error", message }];
    if (FIXED_FIELDS.has(field))
      return problem(
        "contact-field-fixed",
        `The contact's “${field}” can't be set here. Choose another field.`,
      );
    const profile = PROFILE_FIELDS.some((name) => name === field);
    if (operation === "set" && profile && value.trim() === "")
      return problem(
        "value-empty",
        `There is no value for the contact's “${field}”. Write one, or clear the field.`,
      );
    return [];
  });
}

export const contactFieldNode = defineNode({
  type: "contact-field",
  group: "act",
  summary: "Sets or clears fields of the contact, checked as what they are.",
  version: 1,
  schema: contactFieldSchema,
  defaults: { fields: [{ field: "name", operation: "set", as: "text", value: "{{ answer }}" }] },
  ports: () => [NEXT_PORT, INVALID_PORT],
  prepare: (data): readonly PreparedChange[] =>
    data.fields.map(({ field, operation, as, value }) => {
      return { field, operation, as, template: compileTemplate(value, as === "json" ? "json" : "text") };
    }),
  enter,
  texts,
  refs: (data) => [
    ...data.fields.map(({ field }) => ({ kind: "field" as const, name: field })),
    ...ERROR_NAMES.map((name) => ({ kind: "sets" as const, name, ports: [INVALID_PORT.id] })),
  ],
  check,
});
