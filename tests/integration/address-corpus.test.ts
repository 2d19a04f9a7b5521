/** Faults 90 to 95: two hundred addresses that lead inside, in every spelling, and not one connection. */
import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { type AddressInfo, createServer, type LookupFunction, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressRules } from "../../server/src/net/address-rules.ts";
import { createGuardedFetch, type GuardedFetch } from "../../server/src/net/guarded-fetch.ts";

/** Listens where a bypass would arrive; counts who does. */
let canary: Server;
let port = 0;
let connections = 0;
let guarded: GuardedFetch;
let asked: string[] = [];

beforeAll(async () => {
  canary = createServer((socket) => {
    connections += 1;
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret");
  });
  // Both families, every address of this machine.
  await new Promise<void>((resolve) => canary.listen(0, "::", resolve));
  port = (canary.address() as AddressInfo).port;
});
afterAll(() => canary.close());

/** Spellings of an IPv4 address that the URL standard, or a careless parser, reads as that address. */
function spellings(dotted: string): string[] {
  const bytes = dotted.split(".").map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const whole = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const hex = (value: number, width = 0) => value.toString(16).padStart(width, "0");
  const pair = (high: number, low: number) => hex((high << 8) | low);
  const groups = `${pair(a, b)}:${pair(c, d)}`;
  const fullWidth = dotted.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  const circled = dotted.replace(/\d/g, (digit) =>
    digit === "0" ? "⓪" : String.fromCodePoint(0x2460 + Number(digit) - 1),
  );
  return [
    dotted,
    `${dotted}.`,
    String(whole),
    `0x${hex(whole, 8)}`,
    `0${whole.toString(8)}`,
    bytes.map((byte) => `0x${hex(byte)}`).join("."),
    bytes.map((byte) => `0${byte.toString(8)}`).join("."),
    `${a}.${(b << 16) | (c << 8) | d}`,
    `${a}.${b}.${(c << 8) | d}`,
    `0X${hex(a)}.${b}.0${c.toString(8)}.${d}`,
    dotted.replaceAll(".", "%2e"),
    dotted.replaceAll(".", "。"),
    fullWidth,
    circled,
    `[::ffff:${dotted}]`,
    `[::ffff:${groups}]`,
    `[0:0:0:0:0:ffff:${groups}]`,
    `[::${dotted}]`,
    `[::ffff:0:${dotted}]`,
    `[64:ff9b::${groups}]`,
    `[64:ff9b:1::${groups}]`,
    `[2002:${groups}::]`,
    `[2001:0:${groups}::]`,
  ];
}

const INSIDE = [
  "127.0.0.1",
  "127.255.255.254",
  "0.0.0.0",
  "10.0.0.1",
  "100.64.0.1",
  "169.254.169.254",
  "172.31.255.255",
  "192.168.1.1",
  "224.0.0.1",
  "255.255.255.255",
];
const V6 = ["::1", "::", "fc00::1", "fdff::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "fd00:ec2::254"]
  .concat(["0:0:0:0:0:0:0:1", "0000::0001", "2001:db8::1", "2001::1", "3fff::1", "5f00::1", "100::1"])
  .map((address) => `[${address}]`);
/** What a resolver inside a company or a cloud would answer to these. */
const NAMES: Record<string, string> = {
  localhost: "127.0.0.1",
  "localhost.": "127.0.0.1",
  "app.localhost": "127.0.0.1",
  "localhost6.localdomain6": "::1",
  "127.0.0.1.nip.io": "127.0.0.1",
  "metadata.google.internal": "169.254.169.254",
  metadata: "169.254.169.254",
  "instance-data.ec2.internal": "169.254.169.254",
  "kubernetes.default.svc": "10.96.0.1",
  "host.docker.internal": "192.168.65.2",
  "postgres.corp": "10.1.2.3",
  "wireserver.azure": "168.63.129.16",
  "mapped.example": "::ffff:127.0.0.1",
  "translated.example": "64:ff9b::7f00:1",
};

const hosts = [...INSIDE.flatMap(spellings), ...V6, ...Object.keys(NAMES)];
const corpus = [
  ...hosts.map((host) => `http://${host}:PORT/`),
  ...["http://user@127.0.0.1:PORT/", "http://u:p@127.0.0.1:PORT/", "http://example.org@127.0.0.1:PORT/"],
  ...["http://127.0.0.1:PORT\\@example.org/", "http:\\\\127.0.0.1:PORT/", "http:127.0.0.1:PORT/"],
  ...["HTTP://LOCALHOST:PORT/", "http://LocalHost:PORT/x", "http://127.0.0.1:PORT#@example.org/"],
  ...[
    "http://\t127.0.0.1:PORT/",
    "http://127.0.\n0.1:PORT/",
    "https://127.0.0.1:PORT/",
    "ws://127.0.0.1:PORT/",
  ],
  ...["file:///etc/passwd", "gopher://127.0.0.1:PORT/_x", "ftp://127.0.0.1:PORT/", "dict://127.0.0.1:PORT/"],
  ...["data:text/plain,x", "blob:http://127.0.0.1:PORT/x", "javascript:alert(1)", "ldap://127.0.0.1:PORT/"],
  ...["unix:/var/run/docker.sock", "jar:http://127.0.0.1:PORT!/", "//127.0.0.1:PORT/", "127.0.0.1:PORT"],
];

const addresses = (found: string[]) =>
  found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));

const resolver =
  (answer: (host: string) => string[]): LookupFunction =>
  (host, _options, done) => {
    asked.push(host);
    done(null, addresses(answer(host)));
  };

const get = (fetcher: GuardedFetch, url: string) =>
  fetcher.fetch({ method: "GET", url, headers: {}, timeoutMs: 2_000 });

describe("a flow's request", () => {
  beforeAll(() => {
    // A name that is in no list is this machine: whatever gets past is seen.
    guarded = createGuardedFetch(
      addressRules([]),
      resolver((host) => [NAMES[host] ?? "127.0.0.1"]),
    );
  });
  afterAll(() => guarded.close());

  it("is tried with more than two hundred addresses", () => {
    expect(new Set(corpus).size).toBeGreaterThan(250);
  });

  it("reaches none of them, and nothing is dialled to find out", async () => {
    const wrong: unknown[] = [];
    for (const url of corpus) {
      const error = await get(guarded, url.replace("PORT", String(port))).then(
        () => "answered",
        (failure: unknown) => Object(failure).code,
      );
      // Either the URL standard can't read it, or it is refused by name.
      if (error !== "address-refused" && error !== "ERR_INVALID_URL") wrong.push([url, error]);
    }
    expect(wrong).toEqual([]);
    expect(connections).toBe(0);
  });

  it("is stopped at the dialling, so that a name with one private address or a changing one gets nowhere", async () => {
    asked = [];
    const answers = [["1.1.1.1", "127.0.0.1"], ["127.0.0.1", "1.1.1.1"], ["::1"], []];
    const rebinding = createGuardedFetch(
      addressRules([]),
      resolver(() => answers[asked.length - 1] ?? []),
    );
    for (const _ of answers)
      await expect(get(rebinding, `http://shop.example:${port}/`)).rejects.toMatchObject({
        code: "address-refused",
      });
    await rebinding.close();
    expect(asked).toHaveLength(answers.length);
    expect(connections).toBe(0);
  });
});

describe("a request that is allowed", () => {
  let site: HttpServer;
  let base = "";
  let served: string[] = [];

  beforeAll(async () => {
    site = createHttpServer((req, res) => {
      served.push(String(req.url));
      const hops = decodeURIComponent(String(req.url).slice(1));
      if (hops === "") res.end("here");
      else res.writeHead(307, { location: hops }).end("moved");
    });
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.2", resolve));
    base = `http://127.0.0.2:${(site.address() as AddressInfo).port}`;
    guarded = createGuardedFetch(addressRules(["127.0.0.2"]));
  });
  afterAll(async () => {
    await guarded.close();
    site.closeAllConnections();
    site.close();
  });

  it.each([
    ["inside", () => `http://127.0.0.1:${port}/`],
    ["to a file", () => "file:///etc/passwd"],
    ["to gopher", () => `gopher://127.0.0.1:${port}/`],
    ["with a user", () => `http://a:b@127.0.0.1:${port}/`],
    ["to itself", () => "/again"],
  ])("follows no redirect %s: the flow gets the redirect itself", async (_, target) => {
    served = [];
    const answer = await get(guarded, `${base}/${encodeURIComponent(target())}`);
    expect([answer.status, answer.text]).toEqual([307, "moved"]);
    expect(served).toHaveLength(1);
    expect(connections).toBe(0);
  });

  it("takes no proxy from the environment", async () => {
    const names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"];
    const before = names.map((name) => process.env[name]);
    for (const name of names) process.env[name] = `http://127.0.0.1:${port}`;
    const fresh = createGuardedFetch(addressRules(["127.0.0.2"]));
    try {
      expect((await get(fresh, base)).text).toBe("here");
    } finally {
      await fresh.close();
      for (const [i, name] of names.entries()) {
        if (before[i] === undefined) delete process.env[name];
        else process.env[name] = before[i];
      }
    }
    expect(connections).toBe(0);
  });

  it("opens a kept connection to nobody else: each host is looked at again", async () => {
    await get(guarded, base);
    await expect(get(guarded, base.replace("127.0.0.2", "127.0.0.1"))).rejects.toMatchObject({
      code: "address-refused",
    });
    await expect(get(guarded, base.replace("127.0.0.2", "[::ffff:127.0.0.3]"))).rejects.toMatchObject({
      code: "address-refused",
    });
  });
});
