/** Cards as customers share them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { sharedContacts } from "./shared-contacts.ts";

test("a card is called by its name, or by what is known of it", () => {
  const cards = sharedContacts([
    { name: { formatted_name: "Juan" }, phones: [{ wa_id: "57300" }], org: { company: "Hilo" } },
    { name: { first_name: "Ana", last_name: "Ruiz" }, urls: [{ url: "https://x.test" }] },
    { phones: [{ phone: " +34 600 " }, { phone: "+34 600" }], emails: [{ email: "a@x.test" }] },
    {},
  ]);
  expect(cards).toEqual([
    { name: "Juan", phones: ["57300"], emails: [], organization: "Hilo" },
    { name: "Ana Ruiz", phones: [], emails: [], url: "https://x.test" },
    { name: "+34 600", phones: ["+34 600"], emails: ["a@x.test"] },
    { name: "No name", phones: [], emails: [] },
  ]);
});

test("anything can be read as a card, and has a name", () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), (raw) => {
      for (const card of sharedContacts(raw)) expect(card.name).not.toBe("");
    }),
  );
});
