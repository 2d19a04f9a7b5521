// Addresses as limits count them.
import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

describe("client address", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002:0000:0000:0000:0000"],
    ["2001:DB8:1:2::9", "2001:0db8:0001:0002:0000:0000:0000:0000"],
    ["2001:db8::1", "2001:0db8:0000:0000:0000:0000:0000:0000"],
    ["fe80::1%eth0", "fe80:0000:0000:0000:0000:0000:0000:0000"],
    ["::1", "0000:0000:0000:0000:0000:0000:0000:0000"],
    ["nonsense", "0.0.0.0"],
    [undefined, "0.0.0.0"],
  ])("%s counts as %s", (address, counted) => {
    expect(clientAddress(address)).toBe(counted);
  });
});
