/** Finds the journals of processes that died, and has what they had claimed taken up. */
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import path from "node:path";
import { bigints, ints, uuids } from "../db/lists.ts";
import {
  type Begun,
  bootId,
  deathOf,
  HEADER_BYTES,
  headerOf,
  MAX_SOCKET_PATH,
  readSlots,
  socketOf,
} from "./journal-file.ts";

/** What no machine can make use of, or only one that writes to it still: the files of other boots, and what is left of others. */
const LEFT_OVER_MS = 30 * 24 * 3_600_000;
/** A claim of the dead process may still be on its way through the database, whose statements take 30 s at most. */
const LATE_CLAIM_MS = 35_000;
/** At first each time, then now and then, because it reads all that is open; and once more at the end. */
const isDue = ({ deadForMs }: AbandonedJournal): boolean =>
  deadForMs < 3_000 || deadForMs % 5_000 < 1_000 || deadForMs > LATE_CLAIM_MS;

/** What dead processes left, of all of them together. */
export interface Abandoned {
  /** Their claims carry these. */
  keys: readonly string[];
  /** What they had begun; some of it may be settled long ago. */
  begun: readonly Begun[];
}

/** As parameters of a statement: the keys, then ids and attempts of what was begun. */
export const abandonedColumns = ({
  keys,
  begun,
}: Abandoned): [keys: Buffer, ids: Buffer, attempts: Buffer] => [
  bigints(keys, (key) => key),
  uuids(begun, ({ id }) => id),
  ints(begun, ({ attempt }) => attempt),
];

/** @param takeUp in one transaction each time; called again for the same processes, for claims that come late */
export async function takeUpAbandoned(
  folder: string,
  takeUp: (abandoned: Abandoned) => Promise<void>,
): Promise<void> {
  const journals = (await abandonedJournals(folder)).filter(isDue);
  if (journals.length === 0) return;
  await takeUp({ keys: journals.map(({ key }) => key), begun: journals.flatMap(({ begun }) => begun) });
  for (const { deadForMs, remove } of journals) if (deadForMs > LATE_CLAIM_MS) await remove();
}

export interface AbandonedJournal {
  key: string;
  /** What its process had begun; some of it may be settled long ago. */
  begun: Begun[];
  /** Since somebody saw first that it is dead. */
  deadForMs: number;
  remove(): Promise<void>;
}

/** Journals of this boot whose process is dead beyond doubt. */
export async function abandonedJournals(folder: string): Promise<AbandonedJournal[]> {
  const boot = await bootId();
  const names: string[] = await readdir(folder).catch(() => []);
  const found: AbandonedJournal[] = [];
  for (const key of names) {
    const file = path.join(folder, key);
    if (!/^\d+$/.test(key)) {
      if (!names.includes(baseOf(key)) && (await isLeftOver(file))) await rm(file, { force: true });
      continue;
    }
    // Dead first, then read: nobody writes any more.
    const dead = await isDead(socketOf(file));
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    const remove = () => removeAll(file);
    const ours = boot !== null && (await isOf(boot, file, bytes));
    if (ours && dead) found.push({ key, begun: readSlots(bytes), deadForMs: await deadForMs(file), remove });
    else if (!ours && (await isLeftOver(file))) await remove();
  }
  return found;
}

const isOf = (boot: string, file: string, bytes: Buffer): Promise<boolean> =>
  stat(file, { bigint: true }).then(
    (place) => bytes.toString("latin1", 0, HEADER_BYTES) === headerOf(boot, place),
    () => false,
  );

/** Written down, so that it counts through any number of processes that die, too. */
async function deadForMs(file: string): Promise<number> {
  await writeFile(deathOf(file), "", { flag: "wx" }).catch(() => undefined);
  return stat(deathOf(file)).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
}

async function removeAll(file: string): Promise<void> {
  for (const each of [file, socketOf(file), deathOf(file)]) await rm(each, { force: true });
}

/** Of a socket, a death, a file that was never ready: the journal it belongs to. */
const baseOf = (name: string): string => name.replace(/\..*$/, "");

const isLeftOver = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs < Date.now() - LEFT_OVER_MS,
    () => false,
  );

/** Only a refused connection says so: a socket that is not there or may not be opened says nothing. */
function isDead(at: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (Buffer.byteLength(at) > MAX_SOCKET_PATH) return resolve(false);
    const call = connect(at, () => {
      call.destroy();
      resolve(false);
    });
    call.once("error", (error) => resolve("code" in error && error.code === "ECONNREFUSED"));
  });
}
