/** The client's address as limits count it. Pure. */
import { isIP } from "node:net";

/**
 * IPv4 stays as it is. Of IPv6 the network of 64 bits is kept, which one customer of a provider has to himself:
 * counting single addresses would give him as many tries as there are grains of sand.
 */
export function clientAddress(address: string | undefined): string {
  const plain = (address ?? "").split("%", 1)[0] ?? "";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  const family = isIP(plain);
  if (family === 4) return plain;
  if (family !== 6) return "0.0.0.0";
  const [head = "", tail] = plain.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  const network = [...left, ...middle, ...right].slice(0, 4).map((group) => group.padStart(4, "0"));
  return [...network, "0000", "0000", "0000", "0000"].join(":");
}
