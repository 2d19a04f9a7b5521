/** A Typebot export → a flow, with a report of every event, group, block, edge and variable. Pure. */
import { check } from "../../flow/check/check.ts";
import { clipped, LIMITS } from "../fitting.ts";
import { FlowDraft } from "../flow-draft.ts";
import { ImportError, type ImportedFlow } from "../imported-flow.ts";
import { type Drawn, placeSteps } from "../place-steps.ts";
import { ImportReport } from "../report.ts";
import { SafeNames } from "../safe-names.ts";
import { textAt } from "../values.ts";
import { converterOf, takesQuestion } from "./blocks.ts";
import type { Branch, Conversion, Piece } from "./conversion.ts";
import { announceAll } from "./elements.ts";
import { expiryOf, startTriggers } from "./settings.ts";
import {
  TYPEBOT_VERSIONS,
  type Typebot,
  type TypebotBlock,
  type TypebotGroup,
  typebotSchema,
} from "./source.ts";
import { richText, TypebotTexts } from "./texts.ts";

/** @throws ImportError when it is no Typebot export of a version that can be read */
export function importTypebot(source: unknown): ImportedFlow {
  const parsed = typebotSchema.safeParse(source);
  if (!parsed.success || parsed.data.groups.length === 0)
    throw new ImportError(
      "This is no Typebot export: it has no groups. Export the bot as JSON in Typebot's menu.",
    );
  const { version } = parsed.data;
  if (version !== null && !TYPEBOT_VERSIONS.some((known) => known === version))
    throw new ImportError(
      `This export is of version ${version}; versions ${TYPEBOT_VERSIONS[0]} to ${TYPEBOT_VERSIONS.at(-1)} can be imported. Open it in Typebot and export it again.`,
    );
  return new TypebotImport(parsed.data).run();
}

/** Where a way leads: to a block of a group, by their places. */
interface Spot {
  group: number;
  block: number;
}

class TypebotImport {
  readonly #source: Typebot;
  readonly #draft = new FlowDraft();
  readonly #report = new ImportReport();
  readonly #texts: TypebotTexts;
  readonly #pieces = new Map<TypebotBlock, Piece>();
  readonly #drawn: Drawn[] = [];
  readonly #branches: { from: Spot; branch: Branch }[] = [];

  constructor(source: Typebot) {
    this.#source = source;
    this.#texts = new TypebotTexts(
      new SafeNames(),
      new Map(source.variables.map(({ id, name }) => [id, name])),
    );
    announceAll(source, this.#report);
  }

  run(): ImportedFlow {
    const { name } = this.#source;
    for (const [at, group] of this.#source.groups.entries()) this.#convertGroup(group, at);
    if (this.#source.groups.every(({ graphCoordinates }) => graphCoordinates))
      placeSteps(this.#draft, this.#drawn, 1);
    this.#connect();
    this.#reportRest();
    const triggers = startTriggers(this.#source, this.#report);
    const expiryMinutes = expiryOf(this.#source);
    const flow = this.#draft.finish({
      name: clipped(name, 120) || "Typebot",
      triggers,
      ...(expiryMinutes === undefined ? {} : { settings: { expiryMinutes } }),
    });
    return { name: flow.name, flow, report: this.#report.entries(), problems: check(flow) };
  }

  #convertGroup(group: TypebotGroup, at: number): void {
    const before = this.#draft.steps.length;
    let held: { text: string; block: TypebotBlock } | null = null;
    for (const [place, block] of group.blocks.entries()) {
      if (this.#isHeld(group, place)) {
        held = { text: richText(block.content), block };
        continue;
      }
      const conversion: Conversion = {
        draft: this.#draft,
        report: this.#report,
        texts: this.#texts,
        nextName: () => (this.#draft.steps.length === before ? (group.title ?? "") : ""),
        takeQuestion: () => {
          const taken = held;
          held = null;
          return taken;
        },
        branch: (branch) => this.#branches.push({ from: { group: at, block: place }, branch }),
      };
      const piece = this.#pieceOf(conversion, block);
      if (held) this.#sayHeld(held);
      held = null;
      if (piece) this.#pieces.set(block, piece);
    }
    const { x: along, y: across } = group.graphCoordinates ?? { x: 0, y: 0 };
    this.#drawn.push({ along, across, steps: this.#draft.steps.slice(before) });
  }

  #pieceOf(conversion: Conversion, block: TypebotBlock): Piece | null {
    if (this.#jumpOf(block)) {
      this.#report.carried(block);
      return null;
    }
    const convert = converterOf(block.type);
    if (convert) return convert(conversion, block);
    this.#report.dropped(block, `There is no counterpart of the block “${block.type}”.`);
    return null;
  }

  /** A bubble right before a question becomes the question's words, unless a way leads between the two. */
  #isHeld(group: TypebotGroup, place: number): boolean {
    const [block, next] = [group.blocks[place], group.blocks[place + 1]];
    if (!block || !next || block.type !== "text" || block.outgoingEdgeId || !takesQuestion(next))
      return false;
    const words = richText(block.content);
    if (words === "" || words.length > LIMITS.buttons.body) return false;
    return !this.#source.edges.some(({ to }) => to?.blockId === next.id && to?.groupId === group.id);
  }

  /** The question it was meant for came to nothing: the bubble is a step of its own after all. */
  #sayHeld(held: { text: string; block: TypebotBlock }): void {
    const { text, notes } = this.#texts.convert(held.text);
    if (text.trim() === "") return;
    const node = this.#draft.add("text", { text });
    this.#pieces.set(held.block, { entry: node, exits: [{ node, port: "next" }] });
    if (notes.length === 0) this.#report.carried(held.block, node);
    for (const note of notes) this.#report.changed(held.block, note, node);
  }

  /** Jumps, and links into this same bot, are ways, not steps. */
  #jumpOf(block: TypebotBlock): Spot | null {
    const links = block.type === "Typebot link" && textAt(block.options, "typebotId") === "current";
    if (block.type !== "Jump" && !links) return null;
    return this.#spot(textAt(block.options, "groupId"), textAt(block.options, "blockId"));
  }

  #spot(groupId: string, blockId: string | null | undefined): Spot | null {
    const group = this.#source.groups.findIndex(({ id }) => id === groupId);
    if (group === -1) return null;
    const block = this.#source.groups[group]?.blocks.findIndex(({ id }) => id === blockId) ?? -1;
    return { group, block: Math.max(0, block) };
  }

  #edgeTarget(edgeId: string | null | undefined): Spot | null {
    const edge = edgeId ? this.#source.edges.find(({ id }) => id === edgeId) : undefined;
    return edge?.to ? this.#spot(edge.to.groupId, edge.to.blockId) : null;
  }

  /** What follows a block: along its edge, else the next one of its group. */
  #after({ group, block }: Spot): Spot | null {
    const blocks = this.#source.groups[group]?.blocks ?? [];
    const current = blocks[block];
    if (current?.outgoingEdgeId) return this.#edgeTarget(current.outgoingEdgeId);
    return block + 1 < blocks.length ? { group, block: block + 1 } : null;
  }

  /** The step at a spot, or the first after it when it came to nothing. */
  #entry(spot: Spot | null): string | null {
    const seen = new Set<string>();
    for (let at = spot; at; ) {
      const key = `${at.group}:${at.block}`;
      if (seen.has(key)) return null;
      seen.add(key);
      const block = this.#source.groups[at.group]?.blocks[at.block];
      if (!block) return null;
      const piece = this.#pieces.get(block);
      if (piece) return piece.entry;
      at = this.#jumpOf(block) ?? this.#after(at);
    }
    return null;
  }

  #connect(): void {
    const start = this.#source.events.find(({ type }) => type === "start");
    this.#draft.start(
      this.#entry(this.#edgeTarget(start?.outgoingEdgeId ?? this.#oldStart()) ?? { group: 0, block: 0 }),
    );
    for (const { from, branch } of this.#branches) {
      const target = branch.edgeId ? this.#edgeTarget(branch.edgeId) : this.#after(from);
      this.#draft.connect(branch.exit, this.#entry(target));
    }
    for (const [group, { blocks }] of this.#source.groups.entries()) {
      for (const [at, block] of blocks.entries()) {
        const target = this.#entry(this.#after({ group, block: at }));
        for (const exit of this.#pieces.get(block)?.exits ?? []) this.#draft.connect(exit, target);
      }
    }
  }

  /** Before version 6 the start was a block of a group. */
  #oldStart(): string | null {
    const blocks = this.#source.groups.flatMap((group) => group.blocks);
    return blocks.find(({ type }) => type === "start")?.outgoingEdgeId ?? null;
  }

  #reportRest(): void {
    const { events, groups, edges } = this.#source;
    for (const event of events) {
      if (event.type === "start") this.#report.carried(event, "start");
      else
        this.#report.dropped(
          event,
          `“${event.type}” has no counterpart. A keyword of the flow may do the same.`,
        );
    }
    for (const [at, group] of groups.entries()) {
      const first = this.#entry({ group: at, block: 0 });
      if (group.blocks.some((block) => this.#pieces.has(block) || this.#jumpOf(block)))
        this.#report.carried(group, first ?? undefined);
      else if (group.blocks.some(({ type }) => type === "start")) this.#report.carried(group, "start");
      else this.#report.dropped(group, "Nothing of it could be carried over.");
    }
    for (const edge of edges) {
      if (edge.to && this.#spot(edge.to.groupId, edge.to.blockId)) this.#report.carried(edge);
      else this.#report.dropped(edge, "It leads to a group that is not in the file.");
    }
    this.#reportVariables();
  }

  #reportVariables(): void {
    for (const variable of this.#source.variables) {
      const name = this.#texts.variable(variable.id);
      if (name === null || name === variable.name) this.#report.carried(variable);
      else this.#report.changed(variable, `It is called “${name}” here.`);
    }
  }
}
