/** Sends contacts different ways by weight, each always the same. */
import { defineNode, go, type NodeProblem, type Ref } from "../define-node.ts";
import { variableNameProblems } from "../variable-names.ts";
import { drawnVariant, stableVariant } from "./choose-variant.ts";
import { type SplitData, splitSchema } from "./schema.ts";

type Variant = SplitData["variants"][number];

const titleOf = ({ id, title }: Variant): string => title || id;

function check({ experiment, variants, saveAs }: SplitData): NodeProblem[] {
  const problems: NodeProblem[] = [];
  const error = (code: string, message: string) => problems.push({ code, severity: "error", message });
  if (experiment.trim() === "")
    error("experiment-empty", "The experiment has no name. Give it one of its own.");
  const ids = variants.map(({ id }) => id);
  for (const id of new Set(ids.filter((each, at) => ids.indexOf(each) !== at)))
    error("option-id-twice", `Two ways out have the id “${id}”. Give each its own.`);
  if (variants.every(({ weight }) => weight === 0))
    error("weights-empty", "No variant has a weight. Give at least one a weight over 0.");
  return [...problems, ...variableNameProblems([saveAs])];
}

function refs({ variants, saveAs }: SplitData): Ref[] {
  if (!saveAs) return [];
  return [
    { kind: "sets", name: saveAs, maxLength: Math.max(...variants.map((each) => titleOf(each).length)) },
  ];
}

export const splitNode = defineNode({
  type: "split",
  group: "logic",
  summary: "Sends contacts different ways by weight, each contact always the same way.",
  version: 1,
  schema: splitSchema,
  defaults: {
    experiment: "",
    variants: [
      { id: "variant-0", title: "A", weight: 50 },
      { id: "variant-1", title: "B", weight: 50 },
    ],
    sticky: true,
  },
  ports: ({ variants }) => variants.map((variant) => ({ id: variant.id, label: titleOf(variant) })),
  prepare: () => null,
  enter(scope) {
    const { experiment, variants, sticky, saveAs } = scope.data;
    const variant = sticky
      ? stableVariant(variants, (id) => scope.stableRandom(`${experiment}:${id}`))
      : drawnVariant(variants, scope.random());
    if (!variant) throw new Error(`split ${scope.nodeId} has no variants`);
    scope.emit({ type: "assign-variant", experiment, variant: variant.id });
    scope.record({ type: "variant-assigned", nodeId: scope.nodeId, experiment, variant: variant.id });
    if (saveAs) scope.set(saveAs, titleOf(variant));
    return go(variant.id);
  },
  refs,
  check,
});
