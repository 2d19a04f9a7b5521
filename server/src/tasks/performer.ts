/** What the performers of tasks are given. */
import type { TaskResult } from "@hilo/flow-engine";
import type { GuardedFetch } from "../net/guarded-fetch.ts";
import type { Mailer } from "./mailer.ts";

/** A message of the conversation, as a language model is told of it. */
export interface Said {
  by: "customer" | "business";
  text: string;
}

export interface PerformerParts {
  guarded: GuardedFetch;
  /** The open value of a stored secret of the workspace; null when there is none of the name. */
  secret(name: string): Promise<string | null>;
  /** The conversation's latest messages, oldest first. */
  history(count: number): Promise<readonly Said[]>;
  /** Counts what was used in this month. */
  count(metric: string, amount: number): Promise<void>;
  /** Null: the operator set up no mail. */
  mailer: Mailer | null;
}

export function secretMissing(name: string) {
  const message = `there is no stored secret called ${name}: store it in Settings → Secrets`;
  return { ok: false, code: "secret-missing", message } as const satisfies TaskResult;
}
