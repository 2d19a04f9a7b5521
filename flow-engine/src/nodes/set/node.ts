/** Sets variables and contact fields: texts, numbers, truths, dates, JSON, arithmetic and lists. */
import { FIXED_FIELDS } from "../../effects/changed-contact.ts";
import { compileTemplate, lonePath, type Template } from "../../expressions/templates.ts";
import { withoutBrackets } from "../../step/environment.ts";
import { defineNode, go, NEXT_PORT, type NodeProblem, type Ref, type Scope } from "../define-node.ts";
import { isLiteral, pathReads, type TextField } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import { type Assignment, assignedValue } from "./assign.ts";
import { valueProblems } from "./check.ts";
import { type SetData, setSchema } from "./schema.ts";

interface PreparedAssignment extends Assignment {
  target: "variable" | "contact";
  name: string;
  template: Template;
}

function apply(scope: Scope, assignment: PreparedAssignment): void {
  const { target, name, template } = assignment;
  const lone = lonePath(template);
  const text = scope.render(template);
  const result = assignedValue(assignment, {
    current: scope.read(target === "contact" ? `contact.${name}` : `vars.${name}`),
    text,
    whole: lone === null ? undefined : scope.read(lone),
    // `{{ items }}` names a path as `items` does.
    atPath: scope.read(lone ?? withoutBrackets(text.trim())),
    clock: scope.ctx,
  });
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
  return [...variableNameProblems(variables), ...fixedFieldProblems(data), ...valueProblems(data)];
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
  return data.assignments.flatMap(({ target, name, value, as, operation }): Ref[] => {
    const reads = readsPath(operation) && isLiteral(value) ? pathReads([pathOf(value)]) : [];
    if (target === "contact") return [...reads, { kind: "field", name }];
    const literal = operation === "set" && as === "text" && !value.includes("{");
    return [...reads, { kind: "sets", name, ...(literal ? { maxLength: value.length } : {}) }];
  });
}

const readsPath = (operation: Assignment["operation"]): boolean =>
  operation === "pick" || operation === "count";
const pathOf = (value: string) => ({ path: withoutBrackets(value.trim()), guarded: false });

/** Texts whose values stand in JSON. */
const isJson = ({ operation, as }: Assignment): boolean =>
  operation === "merge" || (as === "json" && ["set", "append", "prepend", "remove"].includes(operation));

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
    data.assignments.map(({ target, name, operation, value, as }) => ({
      target,
      name,
      operation,
      as,
      template: compileTemplate(value, isJson({ operation, as }) ? "json" : "text"),
    })),
  enter(scope) {
    for (const assignment of scope.prepared) apply(scope, assignment);
    return go();
  },
  texts,
  refs,
  check,
});
