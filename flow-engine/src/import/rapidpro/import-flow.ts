/** One flow of a RapidPro export → one of ours. */
import { check } from "../../flow/check/check.ts";
import type { FlowInput } from "../../flow/schema.ts";
import { clipped } from "../fitting.ts";
import { FlowDraft } from "../flow-draft.ts";
import type { ImportedFlow } from "../imported-flow.ts";
import { placeSteps } from "../place-steps.ts";
import type { ImportReport } from "../report.ts";
import { SafeNames } from "../safe-names.ts";
import { convertAction } from "./actions.ts";
import { Chain, type Target } from "./chain.ts";
import type { Conversion } from "./conversion.ts";
import { type CategoryTarget, decide, operandPath, randomSplit, readsOperand } from "./deciding.ts";
import { RapidProExpressions } from "./expressions.ts";
import { bcp47 } from "./languages.ts";
import { carryTranslations, type TextPlaces } from "./localization.ts";
import { notesOf } from "./notes.ts";
import { RapidProPaths, resultKey } from "./paths.ts";
import { drawnNodes } from "./places.ts";
import { askQuestion, type Waiting } from "./questions.ts";
import type { RapidProAction, RapidProFlow, RapidProNode, RapidProRouter } from "./source.ts";

/** Actions whose outcome the router of their node looks at. */
const WITH_OUTCOME = new Set([
  "call_webhook",
  "enter_flow",
  "open_ticket",
  "call_llm",
  "call_resthook",
  "call_classifier",
  "transfer_airtime",
]);

/** RapidPro draws its nodes 200 apart. */
const STRETCH = 1.6;

/** @param triggers what starts it, already ours */
export function importRapidProFlow(
  source: RapidProFlow,
  report: ImportReport,
  triggers: NonNullable<FlowInput["triggers"]>,
): ImportedFlow {
  return new FlowImport(source, report).run(triggers);
}

class FlowImport {
  readonly #source: RapidProFlow;
  readonly #draft = new FlowDraft();
  readonly #report: ImportReport;
  readonly #conversion: Conversion;
  readonly #texts: TextPlaces = new Map();
  readonly #chains = new Map<string, Chain>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #firstQuestion = new Map<string, string>();
  /** Nodes that an edge is being followed through. */
  readonly #passing = new Set<string>();
  readonly #links: { exit: { node: string; port: string }; target: Target }[] = [];

  constructor(source: RapidProFlow, report: ImportReport) {
    this.#source = source;
    this.#report = report;
    const paths = new RapidProPaths(new SafeNames());
    const written = JSON.stringify(source.nodes);
    this.#conversion = {
      draft: this.#draft,
      report,
      paths,
      expressions: new RapidProExpressions(paths),
      language: bcp47(source.language) ?? "en",
      readsCategory: (name) => written.includes(`results.${resultKey(name)}.category`),
      readsResult: (name) => written.includes(`results.${resultKey(name)}`),
      remember: (uuid, property, at, place) => this.#texts.set(`${uuid} ${property} ${at}`, place),
    };
  }

  run(triggers: NonNullable<FlowInput["triggers"]>): ImportedFlow {
    const { nodes, name } = this.#source;
    for (const node of nodes) if (node.router?.wait) this.#prepareWait(node, node.router);
    for (const node of nodes) this.#convert(node);
    const [first] = nodes;
    this.#draft.start(first ? this.#entryOf(first.uuid) : null);
    for (const { exit, target } of this.#links) this.#draft.connect(exit, target());
    placeSteps(this.#draft, drawnNodes(this.#source, this.#chains), STRETCH);
    carryTranslations(this.#source, this.#conversion, this.#texts);
    this.#reportFlow();
    const flow = this.#draft.finish({
      name: clipped(name, 120) || "Flow",
      language: this.#conversion.language,
      triggers,
      settings: this.#settings(),
      ...notesOf(this.#source),
    });
    return { name: flow.name, flow, report: this.#report.entries(), problems: check(flow) };
  }

  #settings(): NonNullable<FlowInput["settings"]> {
    const minutes = this.#source.expire_after_minutes;
    return minutes && minutes >= 1 ? { expiryMinutes: Math.min(365 * 24 * 60, Math.round(minutes)) } : {};
  }

  #chain(node: RapidProNode): Chain {
    const known = this.#chains.get(node.uuid);
    if (known) return known;
    const chain = new Chain(this.#draft, (exit, target) => this.#links.push({ exit, target }));
    this.#chains.set(node.uuid, chain);
    return chain;
  }

  /** Where an edge to a node leads; nodes without steps are passed through, and a ring of such leads nowhere. */
  #entryOf(uuid: string): string | null {
    const question = this.#firstQuestion.get(uuid);
    const node = this.#source.nodes.find((one) => one.uuid === uuid);
    if (!node || this.#passing.has(uuid)) return null;
    if (question && node.actions.length === 0) return question;
    this.#passing.add(uuid);
    const found = this.#chains.get(uuid)?.entry() ?? null;
    this.#passing.delete(uuid);
    return found;
  }

  #exit(node: RapidProNode, exitUuid: string | null | undefined): Target {
    const destination = node.exits.find(({ uuid }) => uuid === exitUuid)?.destination_uuid;
    return () => (destination ? this.#entryOf(destination) : null);
  }

  /** Behind a category: its name kept when the flow looks at it, then where its exit leads. */
  #category(node: RapidProNode, router: RapidProRouter): CategoryTarget {
    const kept = new Map<string, string>();
    return (uuid) => {
      const category = router.categories.find((one) => one.uuid === uuid);
      const leads = this.#exit(node, category?.exit_uuid);
      const name = router.result_name ?? "";
      if (!category || name === "" || !this.#conversion.readsCategory(name)) return leads;
      const known = kept.get(category.uuid);
      if (known) return () => known;
      const chain = this.#chain(node);
      const assignment = { name: this.#conversion.paths.category(name), value: category.name };
      const step = chain.addLoose("set", { assignments: [assignment] });
      kept.set(category.uuid, step);
      chain.branch(step, "next", leads);
      return () => step;
    };
  }

  #prepareWait(node: RapidProNode, router: RapidProRouter): void {
    const chain = this.#chain(node);
    const saveAs = router.result_name ? this.#conversion.paths.result(router.result_name) : "answer";
    const category = this.#category(node, router);
    const start = decide(this.#conversion, chain, router, saveAs, category);
    let kept: string | null = null;
    this.#waiting.set(node.uuid, {
      router,
      saveAs,
      category,
      decide: start,
      get keepAndDecide(): Target {
        kept ??= chain.addLoose("set", { assignments: [{ name: saveAs, value: "{{ message.text }}" }] });
        const step = kept;
        chain.branch(step, "next", start);
        return () => step;
      },
    });
  }

  #convert(node: RapidProNode): void {
    const chain = this.#chain(node);
    const { router } = node;
    const waiting = this.#waiting.get(node.uuid);
    const asked = waiting ?? this.#waitsNext(node);
    const question = asked ? questionAction(node) : null;
    const actions = question ? node.actions.slice(0, -1) : node.actions;
    for (const action of actions) convertAction(this.#conversion, chain, action);
    if (asked && question) this.#ask(chain, question, asked);
    else if (waiting && router) this.#askBare(node, chain, waiting);
    else if (router) this.#route(node, chain, router);
    else chain.leaveTo(this.#exit(node, node.exits[0]?.uuid));
    if (router) this.#report.carried(router, chain.steps.at(-1));
  }

  #ask(chain: Chain, question: RapidProAction, asked: Waiting): void {
    const step = askQuestion(this.#conversion, chain, question, asked);
    const uuid = this.#source.nodes.find(({ router }) => router === asked.router)?.uuid ?? "";
    if (!this.#firstQuestion.has(uuid)) this.#firstQuestion.set(uuid, step);
  }

  /** A wait that messages of other nodes ask for needs no question of its own. */
  #askBare(node: RapidProNode, chain: Chain, waiting: Waiting): void {
    const asks = this.#source.nodes.some(
      (one) => one !== node && questionAction(one) && this.#waitsNext(one) === waiting,
    );
    if (asks && node.actions.length === 0) return;
    const step = askQuestion(this.#conversion, chain, null, waiting);
    this.#firstQuestion.set(node.uuid, step);
  }

  /** The wait that a node without a router leads to, when that does nothing but wait. */
  #waitsNext(node: RapidProNode): Waiting | undefined {
    const destination = node.router ? null : node.exits[0]?.destination_uuid;
    const next = this.#source.nodes.find(({ uuid }) => uuid === destination);
    return next && next.actions.length === 0 ? this.#waiting.get(next.uuid) : undefined;
  }

  #route(node: RapidProNode, chain: Chain, router: RapidProRouter): void {
    const category = this.#category(node, router);
    const last = node.actions.at(-1);
    if (router.type === "random") randomSplit(this.#conversion, chain, node.uuid, router, category);
    else if (last && WITH_OUTCOME.has(last.type)) this.#byOutcome(chain, router, category, last);
    else this.#byValue(chain, router, category);
  }

  #byValue(chain: Chain, router: RapidProRouter, category: CategoryTarget): void {
    const value = readsOperand(router) ? operandPath(this.#conversion, chain, router) : "message.text";
    const name = router.result_name ?? "";
    if (name !== "" && this.#conversion.readsResult(name))
      chain.add("set", {
        assignments: [{ name: this.#conversion.paths.result(name), value: `{{ ${value} }}` }],
      });
    chain.leaveTo(decide(this.#conversion, chain, router, value, category));
  }

  /** The first case is the good outcome, the default the bad one; the step has a way out for each. */
  #byOutcome(chain: Chain, router: RapidProRouter, category: CategoryTarget, action: RapidProAction): void {
    const failed = category(router.default_category_uuid);
    const step = chain.lastStep;
    const good = router.cases[0]?.category_uuid;
    if (step !== null && router.cases.length > 1)
      this.#report.changed(
        router,
        `Of the outcomes of ${action.type}, the first and “all others” were kept.`,
      );
    if (step !== null) chain.leaveBy(step, "next", category(good ?? router.default_category_uuid));
    chain.leaveTo(failed);
  }

  #reportFlow(): void {
    const { source, report } = { source: this.#source, report: this.#report };
    if (source.type === "voice")
      report.changed(source, "Calls are not supported: it is a flow of messages here.");
    if (bcp47(source.language) === null)
      report.changed(
        source,
        "It names no language, so it is English. Correct that in the flow's translations.",
      );
    report.carried(source);
    for (const node of source.nodes) {
      const steps = this.#chains.get(node.uuid)?.steps ?? [];
      if (steps.length > 0 || node.router?.wait)
        report.carried(node, steps[0] ?? this.#firstQuestion.get(node.uuid));
      else if (node.actions.length === 0) report.carried(node);
      else report.dropped(node, "None of its actions could be carried over.");
    }
    for (const sticky of Object.values(source._ui?.stickies ?? {}))
      report.changed(sticky, "It stands above the flow.");
  }
}

function questionAction(node: RapidProNode): RapidProAction | null {
  const last = node.actions.at(-1);
  return last?.type === "send_msg" && !last.template && !last.templating ? last : null;
}
