/** Sets variables and contact fields: texts, numbers, truths, JSON, arithmetic and lists. */

import { FIXED_FIELDS } from "../../effects/changed-contact.ts";
import { compileTemplate, type Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT, type NodeProblem, type Ref, type Scope } from "../define-node.ts";
import type { TextField } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import { type Assignment, assignedValue } from "./assign.ts";
import { type SetData, setSchema } from "./schema.ts";

interface PreparedAssignment extends Assignment {
  target: "variable" | "contact";
  name: string;
  template: Template;
}

function apply(scope: Scope, assignment: PreparedAssignment): void {
  const { target, name, template } = assignment;
  const current = scope.read(target === "contact" ? `contact.${name}` : `vars.${name}`);
  const result = assignedValue(assignment, current, scope.render(template));
  if ("error" in result) {
    const message = `${name} stays as it was`;
    scope.record({ type: "error", nodeId: scope.nodeId, code: result.error, message });
  } else if (target === "variable") {
    scope.set(name, result.value);
  } else {
    scope.emit({ type: "set-contact-field", field: name, value: result.value });
  }
}

function check(data: SetData): NodeProblem[] {
  const variables = data.assignments.filter(({ target }) => target === "variable").map(({ name }) => name);
  return [...variableNameProblems(variables), ...fixedFieldProblems(data)];
}

function texts(data: SetData): TextField[] {
  return data.assignments.map(({ name, value }, at) => {
    const path = ["assignments", at, "value"];
    return { key: path.join("."), path, label: `the value of ${name}`, source: value, reader: "machine" };
  });
}

function fixedFieldProblems(data: SetData): NodeProblem[] {
  const fixed = data.assignments.filter(({ target, name }) => target === "contact" && FIXED_FIELDS.has(name));
  return fixed.map(({ name }) => {
    const message = `The contact's “${name}” can't be set here. Choose another field.`;
    return { code: "contact-field-fixed", severity: "error", message };
  });
}

function refs(data: SetData): Ref[] {
  return data.assignments.map(({ target, name, value, as, operation }): Ref => {
    if (target === "contact") return { kind: "field", name };
    const literal = operation === "set" && as === "text" && !value.includes("{");
    return { kind: "sets", name, ...(literal ? { maxLength: value.length } : {}) };
  });
}

export const setNode = defineNode({
  type: "set",
  group: "logic",
  summary: "Sets variables and contact fields: texts, numbers, truths, dates, lists and JSON.",
  version: 1,
  schema: setSchema,
  defaults: {
    assignments: [{ target: "variable", name: "result", operation: "set", value: "", as: "text" }],
  },
  ports: () => [NEXT_PORT],
  prepare: (data): PreparedAssignment[] =>
    data.assignments.map(({ target, name, operation, value, as }) => {
      return {
        target,
        name,
        operation,
        as,
        template: compileTemplate(value, as === "json" ? "json" : "text"),
      };
    }),
  enter(scope) {
    for (const assignment of scope.prepared) apply(scope, assignment);
    return go();
  },
  texts,
  refs,
  check,
});
