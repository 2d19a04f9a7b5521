/** Which addresses a flow's requests may reach: public ones, and what the operator lists. Never link-local or metadata. */
import { BlockList, isIP, isIPv4 } from "node:net";

// IANA special-purpose registries; what none of them needs to be reached by a customer's flow.
const PRIVATE_V4: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];
const PRIVATE_V6: [string, number][] = [
  ["::", 96],
  // Translators (RFC 2765, 8215): behind them is a network of the operator's, whatever the address inside says.
  ["::ffff:0:0:0", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];
/** Never reachable, listed or not: what clouds tell a machine about itself (AWS, GCP, Azure, Oracle, Alibaba) lives there. */
const NEVER_V4: [string, number][] = [
  ["169.254.0.0", 16],
  ["168.63.129.16", 32],
  ["192.0.0.192", 32],
  ["100.100.100.200", 32],
];
const NEVER_V6: [string, number][] = [
  ["fe80::", 10],
  ["fd00:ec2::", 32],
  ["fd20:ce::254", 128],
];

function blockList(v4: [string, number][], v6: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of v4) list.addSubnet(net, prefix, "ipv4");
  for (const [net, prefix] of v6) list.addSubnet(net, prefix, "ipv6");
  return list;
}

const PRIVATE = blockList(PRIVATE_V4, PRIVATE_V6);
const NEVER = blockList(NEVER_V4, NEVER_V6);

const family = (address: string): "ipv4" | "ipv6" => (isIPv4(address) ? "ipv4" : "ipv6");

/** The IPv4 address inside an IPv6 one (mapped, compatible, translated, NAT64, 6to4), or null. */
export function embeddedV4(address: string): string | null {
  const groups = expandV6(address);
  if (!groups) return null;
  const [a, b] = groups;
  const dotted = (high: number, low: number) => `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
  const zeros = (from: number, to: number) => groups.slice(from, to).every((group) => group === 0);
  if (zeros(0, 5) && (groups[5] === 0xffff || groups[5] === 0)) return dotted(groups[6] ?? 0, groups[7] ?? 0);
  const isTranslated = zeros(0, 4) && groups[4] === 0xffff && groups[5] === 0;
  if (isTranslated || (a === 0x64 && b === 0xff9b)) return dotted(groups[6] ?? 0, groups[7] ?? 0);
  if (a === 0x2002) return dotted(b ?? 0, groups[2] ?? 0);
  return null;
}

/** The eight groups of an IPv6 address; null for anything else. */
function expandV6(address: string): number[] | null {
  if (isIP(address) !== 6) return null;
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const hex = dotted
    ? `${dotted[1]}${((Number(dotted[2]) << 8) | Number(dotted[3])).toString(16)}:${((Number(dotted[4]) << 8) | Number(dotted[5])).toString(16)}`
    : address;
  const [head = "", tail] = hex.split("%")[0]?.split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle = tail === undefined ? [] : new Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...middle, ...right].map((group) => Number.parseInt(group, 16));
}

export interface AddressRules {
  /** Host names the operator lists; their addresses may be private. */
  hosts: ReadonlySet<string>;
  ranges: BlockList;
}

/** @param entries host names, addresses or CIDRs (HILO_ALLOW_PRIVATE_HOSTS) */
export function addressRules(entries: readonly string[]): AddressRules {
  const hosts = new Set<string>();
  const ranges = new BlockList();
  for (const entry of entries.map((text) => text.trim().toLowerCase()).filter((text) => text !== "")) {
    const [address = "", prefix] = entry.split("/");
    if (isIP(address) === 0) hosts.add(entry);
    else if (prefix === undefined) ranges.addAddress(address, family(address));
    else ranges.addSubnet(address, Number(prefix), family(address));
  }
  return { hosts, ranges };
}

/** Whether a resolved address may be dialled for this host. An address inside it counts like the address itself. */
export function mayReach(address: string, host: string, rules: AddressRules): boolean {
  if (isIP(address) === 0) return false;
  const inner = embeddedV4(address);
  const isIn = (list: BlockList) =>
    list.check(address, family(address)) || (inner !== null && list.check(inner, "ipv4"));
  if (isIn(NEVER)) return false;
  return isListed(host.toLowerCase(), rules.hosts) || isIn(rules.ranges) || !isIn(PRIVATE);
}

/** `*.example.org` lists every host below example.org. */
function isListed(host: string, hosts: ReadonlySet<string>): boolean {
  if (hosts.has(host)) return true;
  const labels = host.split(".");
  return labels.some((_, i) => i > 0 && hosts.has(`*.${labels.slice(i).join(".")}`));
}
