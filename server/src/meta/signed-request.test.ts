import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { readSignedRequest } from "./signed-request.ts";

const SECRET = "the app's secret";

function signed(payload: unknown, secret = SECRET): string {
  const text = Buffer.from(JSON.stringify(payload)).toString("base64url");
  return `${createHmac("sha256", secret).update(text).digest("base64url")}.${text}`;
}
const GOOD = { algorithm: "HMAC-SHA256", user_id: "218471", issued_at: 1_760_000_000 };

test("fault 122: whose request it is, when Meta signed it", () => {
  expect(readSignedRequest(signed(GOOD), SECRET)).toBe("218471");
  expect(readSignedRequest(signed({ ...GOOD, user_id: 218471 }), SECRET)).toBe("218471");
});

const [signature = "", payload = ""] = signed(GOOD).split(".");
const other = Buffer.from(JSON.stringify({ ...GOOD, user_id: "1" })).toString("base64url");

test.each([
  ["signed with another secret", signed(GOOD, "another")],
  ["another payload under the signature", `${signature}.${other}`],
  ["a signature cut short", `${signature.slice(0, 20)}.${payload}`],
  ["no signature", `.${payload}`],
  ["no payload", `${signature}.`],
  ["three parts", `${signature}.${payload}.x`],
  ["another algorithm", signed({ ...GOOD, algorithm: "none" })],
  ["nobody's", signed({ algorithm: "HMAC-SHA256" })],
  [
    "not JSON",
    (() => {
      const text = Buffer.from("{").toString("base64url");
      return `${createHmac("sha256", SECRET).update(text).digest("base64url")}.${text}`;
    })(),
  ],
  ["endless", `${"a".repeat(5_000)}.${payload}`],
  ["nothing", ""],
  ["a list", [signed(GOOD)]],
  ["absent", undefined],
])("fault 122: %s is refused", (_what, request) => {
  expect(readSignedRequest(request, SECRET)).toBeNull();
});
