/**
 * Plays random sessions: each step on frozen input is checked, and each session is played again from its log, as it
 * comes back from storage, by another compilation. Both must give the same bytes.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { changedContact } from "../effects/changed-contact.ts";
import type { Effect } from "../effects/schema.ts";
import { sortedJson } from "../expressions/print.ts";
import type { Input } from "../inputs/schema.ts";
import { createSession } from "../session/create-session.ts";
import type { Session } from "../session/schema.ts";
import type { ContactSnapshot, StepContext } from "./context.ts";
import { checkStep } from "./promises.fixture.ts";
import { inputOf, MIN_MOVES, type Move } from "./random-input.fixture.ts";
import { compileWorld, ERROR_MESSAGE, type World } from "./random-world.fixture.ts";
import { type SaidTexts, saidAfter } from "./repeats.ts";
import { type StepResult, step } from "./step.ts";

type Compiled = ReturnType<typeof compileWorld>;

const HOUR = 3_600_000;
/** The night in which clocks change in Madrid. */
const NOW = Date.parse("2026-03-28T22:30:00Z");

/** What surrounds a session and does not change while it lasts. */
export interface Surroundings {
  contact: ContactSnapshot;
  fixed: Omit<StepContext, "now" | "programs" | "contact" | "said">;
  /** Whether the contact changes by what flows do to it, and what was said is counted. */
  lives: boolean;
  /** Milliseconds between inputs. */
  pace: number;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key of Reflect.ownKeys(value)) deepFreeze(Reflect.get(value, key));
  }
  return value;
}

/** A value as PostgreSQL's jsonb gives it back: shorter names first, then by bytes. */
function stored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) => {
    if (typeof each !== "object" || each === null || Array.isArray(each)) return each;
    const entries = Object.entries(each).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
    return Object.fromEntries(entries);
  });
}

/** One conversation over time: its session, its contact, what was said lately. */
class Conversation {
  private contact: ContactSnapshot;
  private said: SaidTexts = [];
  private taken = 0;

  constructor(
    private readonly compiled: Compiled,
    private readonly around: Surroundings,
    public session: Session,
  ) {
    this.contact = around.contact;
  }

  take(input: Input): StepResult {
    const { fixed, lives, pace } = this.around;
    const now = NOW + this.taken * pace;
    const context: StepContext = {
      ...fixed,
      now,
      contact: this.contact,
      programs: this.compiled.programs,
      ...(lives ? { said: this.said } : {}),
    };
    const result = step(this.compiled.root, this.session, input, Object.freeze(context));
    this.session = result.session;
    this.taken += 1;
    if (!lives) return result;
    this.said = deepFreeze(saidAfter(this.said, result.effects, now));
    for (const effect of result.effects) this.contact = deepFreeze(changedContact(this.contact, effect));
    return result;
  }
}

const isErrorMessage = (effect: Effect): boolean =>
  effect.type === "send-message" && effect.content.type === "text" && effect.content.text === ERROR_MESSAGE;

/** What one session went through: enough to play it again. */
interface Log {
  first: Session;
  /** Its number after the first step. */
  firstSeq: number;
  inputs: Input[];
  results: StepResult[];
}

/** From its start through the moves until it has ended, and one move more. */
function playOnce(
  compiled: Compiled,
  around: Surroundings,
  moves: readonly Move[],
  { first, firstSeq }: Pick<Log, "first" | "firstSeq">,
): Log {
  const log: Log = { first, firstSeq, inputs: [], results: [] };
  const conversation = new Conversation(compiled, around, first);
  let errorMessages = 0;
  for (let taken = 0; taken <= moves.length; taken++) {
    const before = deepFreeze(conversation.session);
    const move = moves[taken - 1];
    const input: Input = move ? inputOf(move, before) : { type: "start", cause: { kind: "manual" } };
    log.inputs.push(deepFreeze(input));
    const result = conversation.take(input);
    checkStep(before, result, compiled.programs);
    log.results.push(result);
    errorMessages += result.effects.filter(isErrorMessage).length;
    if (before.endReason !== undefined) break;
    if (taken === 0) conversation.session = { ...conversation.session, seq: firstSeq };
  }
  assert.equal(errorMessages, conversation.session.status === "Errored" ? 1 : 0);
  return log;
}

/** @param throughStorage session and inputs are stored and read again before each step */
function playAgain(compiled: Compiled, around: Surroundings, log: Log, throughStorage: boolean): void {
  const { first, firstSeq, inputs, results } = log;
  const read = throughStorage ? stored : <T>(value: T) => value;
  const bytes = throughStorage ? sortedJson : JSON.stringify;
  const conversation = new Conversation(compiled, around, read(first));
  for (const [at, input] of inputs.entries()) {
    conversation.session = read(conversation.session);
    assert.equal(bytes(conversation.take(read(input))), bytes(results[at]));
    if (at === 0) conversation.session = { ...conversation.session, seq: firstSeq };
  }
}

/** @returns steps taken; those on ended sessions are not counted, as little can go wrong there */
function playWorld(world: World, moves: readonly Move[], firstSeq: number, around: Surroundings): number {
  const [one, two] = [compileWorld(world), compileWorld(world)];
  let taken = 0;
  for (let sessions = 0; taken < moves.length; sessions++) {
    const first = deepFreeze(createSession(one.root, `s${taken}`, { a: "1", b: ["x"] }));
    const log = playOnce(one, around, moves.slice(taken), { first, firstSeq });
    playAgain(two, around, log, sessions % 4 === 0);
    taken += Math.max(1, log.inputs.length - 1);
  }
  return taken;
}

interface PlayOptions {
  steps: number;
  seed: string | undefined;
  worlds: fc.Arbitrary<World>;
  moves: fc.Arbitrary<Move[]>;
  firstSeq: fc.Arbitrary<number>;
  around: fc.Arbitrary<Surroundings>;
}

/** Plays until so many steps are taken. A failure prints its seed. */
export function playMany({ steps, seed, worlds, moves, firstSeq, around }: PlayOptions): void {
  let taken = 0;
  const property = fc.property(worlds, moves, firstSeq, around, (world, each, seq, surroundings) => {
    if (taken < steps) taken += playWorld(world, each, seq, surroundings);
  });
  const seeded = seed === undefined ? {} : { seed: Number(seed) };
  fc.assert(property, { numRuns: Math.ceil(steps / MIN_MOVES), ...seeded });
  assert.ok(taken >= steps);
}

export const PLAIN: Surroundings = deepFreeze<Surroundings>({
  contact: {
    id: "c",
    name: "Ana",
    phone: "34600111222",
    language: "es",
    timeZone: null,
    tags: ["lead"],
    fields: { n: 1 },
  },
  fixed: {
    timeZone: "Europe/Madrid",
    channel: { id: "ch", platform: "simulator", name: "Simulator" },
  },
  lives: false,
  pace: HOUR,
});
