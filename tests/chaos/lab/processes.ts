/** O9: what a process holds and how it feels, from the outside: its figures, its open files, whether it lives. */
import { readdir } from "node:fs/promises";
import type { ServerProcess } from "../../support/server-process.ts";

export interface Health {
  alive: boolean;
  /** Milliseconds. */
  eventLoopP99: number;
  poolInUse: number;
  poolWaiting: number;
  /** Of the process; null where /proc does not tell. */
  openFiles: number | null;
}

export const isAlive = ({ child }: ServerProcess): boolean =>
  child.exitCode === null && child.signalCode === null;

export async function healthOf(server: ServerProcess): Promise<Health> {
  const text = await fetch(`${server.url}/metrics`).then((answer) => answer.text());
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? Number.NaN);
  return {
    alive: isAlive(server),
    eventLoopP99: figure("nodejs_eventloop_lag_p99_seconds") * 1_000,
    poolInUse: figure("flow_db_pool_in_use"),
    poolWaiting: figure("flow_db_pool_waiting"),
    openFiles: await readdir(`/proc/${server.child.pid}/fd`).then(
      (files) => files.length,
      () => null,
    ),
  };
}
