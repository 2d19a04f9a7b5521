/** A secret in another server's answer. */
import { expect, it } from "vitest";
import { secretMask } from "./mask-secret.ts";

it.each([
  ["as it is", "s3cret", "key=s3cret!", "key=••••••!"],
  ["in JSON", 'a"b\\c', JSON.stringify({ key: 'a"b\\c' }), '{"key":"••••••"}'],
  ["in JSON of letters without accents", "clavé", '{"key":"clav\\u00e9"}', '{"key":"••••••"}'],
  ["in JSON as PHP writes it", "a/b+c", '{"key":"a\\/b+c"}', '{"key":"••••••"}'],
  ["in an address", "a b&c", "?key=a%20b%26c", "?key=••••••"],
  ["in a form", "a b&c", "key=a+b%26c", "key=••••••"],
  ["as Basic sends it", "ana:s3cret", `Basic ${btoa("ana:s3cret")}`, "Basic ••••••"],
  [
    "its password alone",
    "ana:s3cret",
    '{"user":"ana","password":"s3cret"}',
    '{"user":"ana","password":"••••••"}',
  ],
  ["many times", "s3cret", "s3crets3cret s3cret", "•••••••••••• ••••••"],
])("is masked %s", (_, secret, text, masked) => {
  expect(secretMask(secret)(text)).toBe(masked);
});

it("leaves everything else, also where the secret is empty", () => {
  expect(secretMask("")("nothing")).toBe("nothing");
  expect(secretMask("ana:")("ana")).toBe("ana");
});
