/** Sets variables and contact fields: texts, numbers, truths, JSON, arithmetic and lists. */
import { compileTemplate, type Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT, type NodeProblem, type Ref, type Scope } from "../define-node.ts";
import { templateProblems, templateReads } from "../template-fields.ts";
import { variableNameProblems } from "../text-problems.ts";
import { type Assignment, assignedValue } from "./assign.ts";
import { type SetData, setSchema } from "./schema.ts";

interface PreparedAssignment extends Assignment {
  target: "variable" | "contact";
  name: string;
  template: Template;
}

/** Fields of a contact that only the server writes. */
const FIXED_FIELDS: ReadonlySet<string> = new Set(["id", "phone", "timeZone", "tags", "fields"]);

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
  const values = data.assignments.map(({ name, value }) => ({
    label: `the value of ${name}`,
    source: value,
  }));
  return [...variableNameProblems(variables), ...fixedFieldProblems(data), ...templateProblems(values)];
}

function fixedFieldProblems(data: SetData): NodeProblem[] {
  const fixed = data.assignments.filter(({ target, name }) => target === "contact" && FIXED_FIELDS.has(name));
  return fixed.map(({ name }) => {
    const message = `The contact's “${name}” can't be set here. Choose another field.`;
    return { code: "contact-field-fixed", severity: "error", message };
  });
}

function refs(data: SetData): Ref[] {
  const sets = data.assignments.filter(({ target }) => target === "variable");
  return [
    ...templateReads(data.assignments.map(({ value }) => value)),
    ...sets.map(({ name }) => ({ kind: "sets" as const, name })),
  ];
}

export const setNode = defineNode({
  type: "set",
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
  refs,
  check,
});
