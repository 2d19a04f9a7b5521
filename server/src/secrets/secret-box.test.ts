// Sealed secrets: what opens them, and what must not.
import { describe, expect, it } from "vitest";
import { createSecretBox, SecretBoxError } from "./secret-box.ts";

const keyA = "11".repeat(32);
const keyB = "22".repeat(32);

const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return error instanceof SecretBoxError ? error.code : "other";
  }
  return undefined;
};

describe("secret box", () => {
  it("gives back what was sealed, and never the same text twice", () => {
    const box = createSecretBox([keyA]);
    const first = box.seal("EAAG token ñ 👍", "row");
    const second = box.seal("EAAG token ñ 👍", "row");
    expect(first).not.toBe(second);
    expect(first).not.toContain("token");
    expect(box.open(first, "row")).toBe("EAAG token ñ 👍");
    expect(box.open(second, "row")).toBe("EAAG token ñ 👍");
    expect(box.open(box.seal("", "row"), "row")).toBe("");
  });

  it("does not open a value that was moved to another row", () => {
    const box = createSecretBox([keyA]);
    expect(codeOf(() => box.open(box.seal("secret", "channel:1:token"), "channel:2:token"))).toBe(
      "wrong-row",
    );
  });

  it("does not open a value of which any part was changed", () => {
    const box = createSecretBox([keyA]);
    const parts = box.seal("secret", "row").split(".");
    for (let i = 2; i < 5; i += 1) {
      const changed = [...parts];
      const bytes = Buffer.from(parts[i] ?? "", "base64url");
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      changed[i] = bytes.toString("base64url");
      expect(codeOf(() => box.open(changed.join("."), "row"))).toBe("wrong-row");
    }
  });

  it("refuses a shortened tag, another version and plain text", () => {
    const box = createSecretBox([keyA]);
    const [version, key, iv, tag = "", text] = box.seal("secret", "row").split(".");
    expect(codeOf(() => box.open([version, key, iv, tag.slice(0, 6), text].join("."), "row"))).toBe(
      "malformed",
    );
    expect(codeOf(() => box.open(["v2", key, iv, tag, text].join("."), "row"))).toBe("malformed");
    expect(codeOf(() => box.open("secret", "row"))).toBe("malformed");
  });

  it("still reads older keys and writes with the first", () => {
    const old = createSecretBox([keyA]).seal("secret", "row");
    const rotated = createSecretBox([keyB, keyA]);
    expect(rotated.open(old, "row")).toBe("secret");
    expect(rotated.isOld(old)).toBe(true);
    const renewed = rotated.seal("secret", "row");
    expect(rotated.isOld(renewed)).toBe(false);
    expect(createSecretBox([keyB]).open(renewed, "row")).toBe("secret");
    expect(codeOf(() => createSecretBox([keyB]).open(old, "row"))).toBe("unknown-key");
  });

  it("refuses keys that are no keys", () => {
    expect(() => createSecretBox([])).toThrow();
    expect(() => createSecretBox(["short"])).toThrow(/64 hexadecimal/);
  });
});
