/** Outbound requests of flows: every address is checked at the moment of dialling, redirects are not followed (undici's request follows none), answers are cut. */
import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, type Dispatcher, request } from "undici";
import { type AddressRules, mayReach } from "./address-rules.ts";

/** Bytes kept of an answer. */
export const MAX_ANSWER_BYTES = 256 * 1024;

export class AddressRefused extends Error {
  readonly code = "address-refused";
}

export interface GuardedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** For everything: dialling, sending, reading. */
  timeoutMs: number;
  /** Ends it sooner. */
  signal?: AbortSignal;
}

export interface GuardedAnswer {
  status: number;
  contentType: string;
  /** Lower-case names; several of a name are one, with commas between. */
  headers: Record<string, string>;
  text: string;
}

/** An answer whose body is still to be read, by the caller: to its end, or destroyed. */
export type OpenAnswer = Pick<Dispatcher.ResponseData, "statusCode" | "headers" | "body">;

export interface GuardedFetch {
  /** @throws AddressRefused, or the network's own error */
  fetch(ask: GuardedRequest): Promise<GuardedAnswer>;
  /** For files: the body as it comes. @throws AddressRefused, or the network's own error */
  open(ask: GuardedRequest): Promise<OpenAnswer>;
  close(): Promise<void>;
}

/** @param lookup the resolver; tests give one that changes its mind */
export function createGuardedFetch(
  rules: AddressRules,
  lookup: LookupFunction = systemLookup as LookupFunction,
): GuardedFetch {
  const agent = new Agent({ connect: { lookup: checkedLookup(rules, lookup) } });
  return {
    fetch: (ask) => fetchOnce(agent, rules, ask),
    open: (ask) => openOnce(agent, rules, ask),
    close: () => agent.close(),
  };
}

/** All answers of the resolver must be allowed: with one private among them, a retry could reach it. */
function checkedLookup(rules: AddressRules, lookup: LookupFunction): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, "", 0);
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
      const bad = addresses.find(({ address }) => !mayReach(address, host, rules));
      const [first] = addresses;
      if (bad || !first) return done(refusal(host), "", 0);
      if (options.all) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}

function refusal(host: string): AddressRefused {
  return new AddressRefused(
    `${host} is a private address; the operator can allow it with HILO_ALLOW_PRIVATE_HOSTS`,
  );
}

async function fetchOnce(agent: Agent, rules: AddressRules, ask: GuardedRequest): Promise<GuardedAnswer> {
  const answer = await openOnce(agent, rules, ask);
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
  );
  const contentType = headers["content-type"] ?? "";
  return { status: answer.statusCode, contentType, headers, text: await readCut(answer.body) };
}

async function openOnce(agent: Agent, rules: AddressRules, ask: GuardedRequest): Promise<OpenAnswer> {
  const url = new URL(ask.url);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new AddressRefused(`${url.protocol} addresses are not fetched`);
  if (url.username || url.password)
    throw new AddressRefused("an address with a user name in it is not fetched");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !mayReach(host, host, rules)) throw refusal(host);
  const timeout = AbortSignal.timeout(ask.timeoutMs);
  const signal = ask.signal ? AbortSignal.any([timeout, ask.signal]) : timeout;
  return request(url, {
    dispatcher: agent,
    method: ask.method as "GET",
    headers: ask.headers,
    body: ask.body ?? null,
    signal,
  });
}

async function readCut(body: AsyncIterable<Buffer> & { destroy(): void }): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) {
      body.destroy();
      throw new Error(`the answer is over ${MAX_ANSWER_BYTES / 1024} KiB`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
