/** Which addresses a flow's requests may reach. */
import { describe, expect, it } from "vitest";
import { addressRules, mayReach } from "./address-rules.ts";

const none = addressRules([]);
const company = addressRules(["10.1.0.0/16", "api.internal", "*.corp.example", "127.0.0.1"]);

describe("mayReach", () => {
  it.each([
    "127.0.0.1",
    "10.0.0.1",
    "172.16.5.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fc00::1",
    "fd12::1",
    "fe80::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "::127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::",
    "64:ff9b:1::8.8.8.8",
    "::ffff:0:127.0.0.1",
    "::ffff:0:7f00:1",
    "2002::",
    "168.63.129.16",
    "fd20:ce::254",
    "2001:db8::1",
    "not-an-address",
  ])("refuses %s", (address) => {
    expect(mayReach(address, "example.org", none)).toBe(false);
  });

  it.each(["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"])(
    "reaches %s",
    (address) => {
      expect(mayReach(address, "example.org", none)).toBe(true);
    },
  );

  it("reaches what the operator lists, by range, by address, by host and by wildcard", () => {
    expect(mayReach("10.1.2.3", "x.example", company)).toBe(true);
    expect(mayReach("127.0.0.1", "localhost", company)).toBe(true);
    expect(mayReach("192.168.0.9", "api.internal", company)).toBe(true);
    expect(mayReach("192.168.0.9", "a.b.corp.example", company)).toBe(true);
    expect(mayReach("::1", "localhost", addressRules(["::1"]))).toBe(true);
    expect(mayReach("10.2.0.1", "x.example", company)).toBe(false);
    expect(mayReach("192.168.0.9", "corp.example", company)).toBe(false);
  });

  it("never reaches link-local and metadata addresses, listed or not", () => {
    const careless = addressRules(["169.254.0.0/16", "0.0.0.0/0", "fe80::/10", "metadata"]);
    for (const address of ["168.63.129.16", "100.100.100.200", "::ffff:100.100.100.200", "fd00:ec2::254"])
      expect([address, mayReach(address, "metadata", careless)]).toEqual([address, false]);
    expect(mayReach("169.254.169.254", "metadata", careless)).toBe(false);
    expect(mayReach("::ffff:169.254.169.254", "metadata", careless)).toBe(false);
    expect(mayReach("fe80::1", "x", careless)).toBe(false);
  });
});
