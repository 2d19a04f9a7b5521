/** Routers: which way a value, a group or chance sends the contact. */

import { caseTest } from "./case-tests.ts";
import type { Chain, Target } from "./chain.ts";
import { type Conversion, template } from "./conversion.ts";
import type { RapidProCase, RapidProCategory, RapidProRouter } from "./source.ts";

/** Where the ways of a category lead. */
export type CategoryTarget = (uuid: string | null | undefined) => Target;

interface SwitchCase {
  id: string;
  operator: string;
  right: string;
  label: string;
  category: string;
}

const nameOf = (categories: readonly RapidProCategory[], uuid: string): string =>
  (categories.find((category) => category.uuid === uuid)?.name ?? "").slice(0, 80);

/** @returns where the decision begins */
export function decide(
  conversion: Conversion,
  chain: Chain,
  router: RapidProRouter,
  value: string,
  category: CategoryTarget,
): Target {
  let otherwise = category(router.default_category_uuid);
  // From the last to the first: each knows where to go when it does not hold.
  for (const run of runsOf(conversion, router, value).reverse()) {
    const after = otherwise;
    const node = run.kind === "tag" ? tagCondition(chain, run, category) : switchStep(chain, run, category);
    chain.branch(node, run.kind === "tag" ? "no" : "else", after);
    otherwise = () => node;
  }
  return otherwise;
}

type Run =
  | { kind: "tag"; tag: string; category: string }
  | { kind: "switch"; value: string; cases: SwitchCase[] };

/** Neighbouring cases over one value are one switch; groups are conditions of their own. */
function runsOf(conversion: Conversion, router: RapidProRouter, value: string): Run[] {
  const runs: Run[] = [];
  for (const [at, one] of router.cases.entries()) {
    const test = caseTest(one, conversion.expressions);
    if (test === null) {
      conversion.report.changed(
        router,
        `The test ${one.type}(${one.arguments.join(", ")}) can't be made here and was left out.`,
      );
    } else if ("tag" in test) {
      runs.push({ kind: "tag", tag: test.tag.slice(0, 60), category: one.category_uuid });
    } else {
      const comparison = "category" in test ? { operator: "equals", right: test.category } : test;
      if ("note" in comparison && comparison.note) conversion.report.changed(router, comparison.note);
      addCase(runs, value, toCase(router, one, at, comparison));
    }
  }
  return runs;
}

function toCase(
  router: RapidProRouter,
  one: RapidProCase,
  at: number,
  { operator, right }: { operator: string; right: string },
): SwitchCase {
  const label = nameOf(router.categories, one.category_uuid);
  return { id: `case-${at}`, operator, right: right.slice(0, 500), label, category: one.category_uuid };
}

/** Cases that a switch may have. */
const MOST_CASES = 50;

function addCase(runs: Run[], value: string, added: SwitchCase): void {
  const last = runs.at(-1);
  if (last?.kind === "switch" && last.cases.length < MOST_CASES) last.cases.push(added);
  else runs.push({ kind: "switch", value, cases: [added] });
}

function tagCondition(
  chain: Chain,
  { tag, category }: Extract<Run, { kind: "tag" }>,
  target: CategoryTarget,
): string {
  const node = chain.addLoose("condition", { rules: [{ operator: "has-tag", right: tag }] });
  chain.branch(node, "yes", target(category));
  return node;
}

function switchStep(
  chain: Chain,
  { value, cases }: Extract<Run, { kind: "switch" }>,
  target: CategoryTarget,
): string {
  const written = cases.map(({ category: _, label, ...one }) => ({ ...one, ...(label ? { label } : {}) }));
  const node = chain.addLoose("switch", { value, cases: written });
  for (const { id, category } of cases) chain.branch(node, id, target(category));
  return node;
}

/** By chance: every category has the same share. */
export function randomSplit(
  conversion: Conversion,
  chain: Chain,
  uuid: string,
  router: RapidProRouter,
  category: CategoryTarget,
): void {
  const kept = router.categories.slice(0, 10);
  if (kept.length < router.categories.length)
    conversion.report.changed(router, "A split has ten ways at most; the others were left out.");
  const variants = kept.map(({ name }, at) => ({ id: `variant-${at}`, title: name.slice(0, 80), weight: 1 }));
  const name = router.result_name ?? "";
  const node = chain.add(
    "split",
    {
      experiment: uuid.slice(0, 64),
      variants,
      sticky: false,
      ...(name ? { saveAs: conversion.paths.result(name) } : {}),
    },
    [],
  );
  for (const [at, { uuid: id }] of kept.entries()) chain.branch(node, `variant-${at}`, category(id));
}

/** Groups are looked up by their name, whatever the operand is. */
export function readsOperand({ cases, result_name }: RapidProRouter): boolean {
  return Boolean(result_name) || cases.some(({ type }) => type !== "has_group");
}

/** A path to look at: the operand's own, or a variable that is filled in with it first. */
export function operandPath(conversion: Conversion, chain: Chain, router: RapidProRouter): string {
  const operand = router.operand ?? "";
  const path = conversion.expressions.lonePath(operand);
  if (path !== null) return path;
  const value = template(conversion, router, operand);
  const name = conversion.paths.local("split_value");
  chain.add("set", { assignments: [{ name, value }] });
  return name;
}
