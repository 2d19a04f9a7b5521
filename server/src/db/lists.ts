/**
 * Lists as parameters of a statement, in PostgreSQL's binary form: nothing is escaped here and unescaped there, and no text is
 * parsed for what is a number. In SQL: `SELECT unnest($1::uuid[]) AS id, unnest($2::json[]) AS payload`, which gives a row for
 * each element without a copy of the whole; `unnest($1, $2)` in FROM would keep one for each list.
 *
 * The form is that of `array_recv` and of the types' `…_recv` (PostgreSQL sources, `src/backend/utils/adt`).
 */

type Maybe<T> = T | null | undefined;
/** Makes no other list meanwhile: all of them write to one place first. */
type Pick<Row, T> = (row: Row, n: number) => Maybe<T>;

/** What PostgreSQL would say of such a value (SQLSTATE, class 22), so that it is dealt with as if it had. */
class NoSuchValue extends RangeError {
  constructor(
    readonly code: "22P02" | "22007" | "22003",
    message: string,
  ) {
    super(message);
  }
}

/** Object ids of the element types (`pg_type.dat`). */
const OID = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  text: 25,
  json: 114,
  float4: 700,
  timestamptz: 1184,
  uuid: 2950,
} as const;

/** Dimensions, whether there are nulls, element type, length, lower bound. */
const HEADER_BYTES = 20;
/** Before each element; NULL has nothing else. */
const SIZE_BYTES = 4;
const NULL_SIZE = -1;

/** Lists are written here first: how many bytes they take is known afterwards. */
const SCRATCH_BYTES = 64 * 1024;
let scratch = Buffer.allocUnsafe(SCRATCH_BYTES);
/** What is larger is not kept: a batch of large bodies must not hold its memory. */
const MAX_KEPT_BYTES = 4 * 1024 * 1024;

function makeRoom(bytes: number, used: number): void {
  if (used + bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(used + bytes, scratch.length * 2));
  scratch.copy(larger, 0, 0, used);
  scratch = larger;
}

/**
 * @param room bytes a value takes at most
 * @param write returns the bytes it took
 */
function list<Row, T>(
  oid: number,
  rows: readonly Row[],
  pick: Pick<Row, T>,
  room: (value: T) => number,
  write: (buffer: Buffer, value: T, at: number) => number,
): Buffer {
  let at = HEADER_BYTES;
  let nulls = false;
  for (let n = 0; n < rows.length; n += 1) {
    const value = pick(rows[n] as Row, n);
    let size = NULL_SIZE;
    if (value === null || value === undefined) {
      nulls = true;
      makeRoom(SIZE_BYTES, at);
    } else {
      makeRoom(SIZE_BYTES + room(value), at);
      size = write(scratch, value, at + SIZE_BYTES);
    }
    scratch.writeInt32BE(size, at);
    at += SIZE_BYTES + Math.max(0, size);
  }
  scratch.writeInt32BE(1, 0);
  scratch.writeInt32BE(nulls ? 1 : 0, 4);
  scratch.writeInt32BE(oid, 8);
  scratch.writeInt32BE(rows.length, 12);
  scratch.writeInt32BE(1, 16);
  const made = Buffer.from(scratch.subarray(0, at));
  if (scratch.length > MAX_KEPT_BYTES) scratch = Buffer.allocUnsafe(SCRATCH_BYTES);
  return made;
}

/** Elements of one size. */
function fixed<Row, T>(
  oid: number,
  size: number,
  rows: readonly Row[],
  pick: Pick<Row, T>,
  write: (buffer: Buffer, value: T, at: number) => void,
): Buffer {
  return list(
    oid,
    rows,
    pick,
    () => size,
    (buffer, value, at) => {
      write(buffer, value, at);
      return size;
    },
  );
}

/** A UTF-16 unit takes so many bytes of UTF-8 at most. */
const MAX_BYTES_OF_UNIT = 3;

const strings = <Row>(oid: number, rows: readonly Row[], pick: Pick<Row, string>): Buffer =>
  list(
    oid,
    rows,
    pick,
    (value) => value.length * MAX_BYTES_OF_UNIT,
    (buffer, value, at) => buffer.write(value, at),
  );

/** Text in its textual form: strings of UTF-8 without NUL. */
export const texts = <Row>(rows: readonly Row[], pick: Pick<Row, string>): Buffer =>
  strings(OID.text, rows, pick);

/** @param pick gives JSON text */
export const jsons = <Row>(rows: readonly Row[], pick: Pick<Row, string>): Buffer =>
  strings(OID.json, rows, pick);

export const byteas = <Row>(rows: readonly Row[], pick: Pick<Row, Buffer>): Buffer =>
  list(
    OID.bytea,
    rows,
    pick,
    (value) => value.length,
    (buffer, value, at) => value.copy(buffer, at),
  );

function whole(value: number, limit: number): number {
  if (!Number.isInteger(value) || value < -limit || value >= limit)
    throw new NoSuchValue("22003", `Not a whole number of its size: ${value}`);
  return value;
}

/** @throws RangeError for what does not fit */
export const smallints = <Row>(rows: readonly Row[], pick: Pick<Row, number>): Buffer =>
  fixed(OID.int2, 2, rows, pick, (buffer, value, at) => void buffer.writeInt16BE(whole(value, 2 ** 15), at));

/** @throws RangeError for what does not fit */
export const ints = <Row>(rows: readonly Row[], pick: Pick<Row, number>): Buffer =>
  fixed(OID.int4, 4, rows, pick, (buffer, value, at) => void buffer.writeInt32BE(whole(value, 2 ** 31), at));

const WHOLE = /^-?\d{1,18}$/;

/** @param pick gives an id as the database wrote it, or a number without a fraction @throws RangeError for anything else */
export const bigints = <Row>(rows: readonly Row[], pick: Pick<Row, string | number>): Buffer =>
  fixed(OID.int8, 8, rows, pick, (buffer, value, at) => {
    if (!WHOLE.test(String(value))) throw new NoSuchValue("22P02", `Not a whole number: ${value}`);
    buffer.writeBigInt64BE(BigInt(value), at);
  });

export const reals = <Row>(rows: readonly Row[], pick: Pick<Row, number>): Buffer =>
  fixed(OID.float4, 4, rows, pick, (buffer, value, at) => void buffer.writeFloatBE(value, at));

export const booleans = <Row>(rows: readonly Row[], pick: Pick<Row, boolean>): Buffer =>
  fixed(OID.bool, 1, rows, pick, (buffer, value, at) => void buffer.writeUInt8(value ? 1 : 0, at));

/** PostgreSQL counts from there, in microseconds. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const HIGH = 2 ** 32;

/** @param pick gives a moment, or one in ISO 8601 @throws RangeError for what is no moment */
export const times = <Row>(rows: readonly Row[], pick: Pick<Row, Date | string>): Buffer =>
  fixed(OID.timestamptz, 8, rows, pick, (buffer, value, at) => {
    const ms = typeof value === "string" ? Date.parse(value) : value.getTime();
    if (Number.isNaN(ms)) throw new NoSuchValue("22007", `Not a moment: ${value}`);
    // As two halves: together they are more than a number holds exactly.
    const high = Math.floor((ms - EPOCH_MS) / HIGH);
    const low = (ms - EPOCH_MS - high * HIGH) * 1_000;
    const over = Math.floor(low / HIGH);
    buffer.writeInt32BE(high * 1_000 + over, at);
    buffer.writeUInt32BE(low - over * HIGH, at + 4);
  });

/** What a hexadecimal digit stands for, by its character code. */
const DIGITS = new Uint8Array(128).fill(255);
for (let digit = 0; digit < 16; digit += 1) {
  const character = digit.toString(16);
  DIGITS[character.charCodeAt(0)] = digit;
  DIGITS[character.toUpperCase().charCodeAt(0)] = digit;
}
const NO_DIGIT = 255;
const UUID_CHARACTERS = 36;

/** @throws RangeError for what is no UUID of 32 digits and four hyphens */
export function uuids<Row>(rows: readonly Row[], pick: Pick<Row, string>): Buffer {
  let last: string | null = null;
  let lastAt = 0;
  return fixed(OID.uuid, 16, rows, pick, (buffer, value, at) => {
    // Rows of one conversation follow each other, and share most of their ids.
    if (value === last) buffer.copyWithin(at, lastAt, lastAt + 16);
    else writeUuid(buffer, value, at);
    last = value;
    lastAt = at;
  });
}

function writeUuid(buffer: Buffer, value: string, at: number): void {
  let to = at;
  let bad = value.length === UUID_CHARACTERS ? 0 : NO_DIGIT;
  for (let from = 0; from < UUID_CHARACTERS; from += 2) {
    if (value.charCodeAt(from) === HYPHEN) from += 1;
    const high = DIGITS[value.charCodeAt(from)] ?? NO_DIGIT;
    const low = DIGITS[value.charCodeAt(from + 1)] ?? NO_DIGIT;
    bad |= high | low;
    buffer[to] = (high << 4) | low;
    to += 1;
  }
  if (bad > 15 || to !== at + 16) throw new NoSuchValue("22P02", `Not a UUID: ${value}`);
}

const HYPHEN = "-".charCodeAt(0);
