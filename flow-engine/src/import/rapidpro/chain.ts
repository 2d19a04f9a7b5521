/** The steps that one node of RapidPro becomes, one after the other. */
import type { Exit, FlowDraft } from "../flow-draft.ts";

/** Where a way leads, known once every node was converted. */
export type Target = () => string | null;

export class Chain {
  readonly #draft: FlowDraft;
  readonly #link: (exit: Exit, target: Target) => void;
  readonly #inRow: string[] = [];
  readonly #loose: string[] = [];
  /** Ways out that go on with what follows. */
  #open: Exit[] = [];
  #entry: Target | null = null;

  constructor(draft: FlowDraft, link: (exit: Exit, target: Target) => void) {
    this.#draft = draft;
    this.#link = link;
  }

  /** Adds a step behind the last; `ports` go on with the next. */
  add(type: string, data: Record<string, unknown>, ports: readonly string[] = ["next"]): string {
    const node = this.#draft.add(type, data);
    this.#inRow.push(node);
    this.#close(() => node);
    this.#open = ports.map((port) => ({ node, port }));
    return node;
  }

  /** All its steps, in the order of the conversation. */
  get steps(): string[] {
    return [...this.#inRow, ...this.#loose];
  }

  /** A step that only branches lead to. */
  addLoose(type: string, data: Record<string, unknown>): string {
    const node = this.#draft.add(type, data);
    this.#loose.push(node);
    return node;
  }

  /** What follows is somewhere else. */
  leaveTo(target: Target): void {
    this.#close(target);
    this.#open = [];
  }

  branch(node: string, port: string, target: Target): void {
    this.#link({ node, port }, target);
  }

  /** One way out of the last step goes its own way. */
  leaveBy(node: string, port: string, target: Target): void {
    this.#link({ node, port }, target);
    this.#open = this.#open.filter((exit) => exit.node !== node || exit.port !== port);
  }

  /** The latest step, when something may follow it. */
  get lastStep(): string | null {
    return this.#open.at(-1)?.node ?? null;
  }

  /** Where the node begins: its first step, or what follows when it has none. */
  get entry(): Target {
    return this.#entry ?? (() => null);
  }

  #close(target: Target): void {
    this.#entry ??= target;
    for (const exit of this.#open) this.#link(exit, target);
  }
}
