// Guessing is slowed; the owner is not locked out.
import { describe, expect, it } from "vitest";
import { SignInLimits } from "./sign-in-limits.ts";

const stranger = async () => false;
const owner = async () => true;

describe("sign-in limits", () => {
  it("stops one address that tries one account, however the e-mail address is written", async () => {
    const limits = new SignInLimits();
    for (let i = 0; i < 10; i += 1) {
      const email = i % 2 ? "a@x.org" : " A@X.org ";
      expect(await limits.admit({ ip: "1.1.1.1", email }, stranger)).toBe(0);
    }
    expect(await limits.admit({ ip: "1.1.1.1", email: "a@x.org" }, stranger)).toBeGreaterThan(60);
    expect(await limits.admit({ ip: "1.1.1.1", email: "b@x.org" }, stranger)).toBe(0);
    expect(await limits.admit({ ip: "2.2.2.2", email: "a@x.org" }, stranger)).toBe(0);
  });

  it("stops one address that tries many accounts", async () => {
    const limits = new SignInLimits();
    for (let i = 0; i < 100; i += 1) await limits.admit({ ip: "1.1.1.1", email: `${i}@x.org` }, stranger);
    expect(await limits.admit({ ip: "1.1.1.1", email: "new@x.org" }, stranger)).toBeGreaterThan(0);
  });

  it("lets only a trickle through when many addresses try one account, and its owner always", async () => {
    const limits = new SignInLimits();
    for (let i = 0; i < 50; i += 1) await limits.admit({ ip: `10.0.0.${i}`, email: "a@x.org" }, stranger);
    const waits = await Promise.all(
      [1, 2, 3].map((i) => limits.admit({ ip: `10.0.1.${i}`, email: "a@x.org" }, stranger)),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(1);
    expect(await limits.admit({ ip: "9.9.9.9", email: "a@x.org" }, owner)).toBe(0);
  });

  it("forgets the failures of whoever signs in at last", async () => {
    const limits = new SignInLimits();
    const attempt = { ip: "1.1.1.1", email: "a@x.org" };
    for (let i = 0; i < 10; i += 1) await limits.admit(attempt, stranger);
    await limits.forgive(attempt);
    expect(await limits.admit(attempt, stranger)).toBe(0);
  });
});
