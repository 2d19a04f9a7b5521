// Hashing a password and checking one.
import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";

describe("passwords", () => {
  it("knows the right one and no other, and salts each hash", async () => {
    const [first, second] = await Promise.all([
      hashPassword("correct horse ñ"),
      hashPassword("correct horse ñ"),
    ]);
    expect(first).not.toBe(second);
    expect(first).toMatch(/^scrypt\$17\$8\$1\$/);
    const answers = await Promise.all([
      verifyPassword({ hash: first, password: "correct horse ñ" }),
      verifyPassword({ hash: first, password: "correct horse ñ" }),
      verifyPassword({ hash: first, password: "correct horse n" }),
      verifyPassword({ hash: "nonsense", password: "correct horse ñ" }),
      verifyPassword({ hash: `${first}x`.replace("$17$", "$30$"), password: "correct horse ñ" }),
    ]);
    expect(answers).toEqual([true, true, false, false, false]);
  });
});
