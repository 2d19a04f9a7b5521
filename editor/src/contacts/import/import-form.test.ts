/** What is said about the columns of a table. */
import type { ContactImport } from "@hilo/server/contract";
import { expect, it } from "vitest";
import { formOf, type ImportForm, mappingOf } from "./import-form.ts";

const column = (header: string, guess: ContactImport["columns"][number]["guess"]) => ({
  header,
  samples: [],
  guess,
});
const IMPORT: ContactImport = {
  id: "00000000-0000-7000-8000-000000000001",
  name: "people.csv",
  state: "uploaded",
  columns: [
    column("Tel", { to: "phone" }),
    column("City", { to: "field", field: "City" }),
    column("OK", { to: "nothing" }),
  ],
  mapping: null,
  rowCount: 3,
  counts: { made: 0, changed: 0, same: 0, refused: 0 },
  handled: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  endedAt: null,
};
const form = (more: Partial<ImportForm> = {}): ImportForm => ({
  ...formOf(IMPORT),
  consent: "nothing-said",
  ...more,
});

it("begins with the guesses, and consent that nobody chose yet is asked for", () => {
  expect(formOf(IMPORT).columns.map(({ to }) => to)).toEqual(["phone", "field", "nothing"]);
  expect(mappingOf(formOf(IMPORT))).toBe("no-consent");
  expect(mappingOf(form({ consent: "column", topic: "offers" }))).toBe("no-consent");
  expect(mappingOf(form({ consent: "all-agreed" }))).toBe("no-topic");
});

it("says what is missing, one thing at a time", () => {
  const nothing = { to: "nothing", field: "" } as const;
  const phone = { to: "phone", field: "" } as const;
  expect(mappingOf(form({ columns: [nothing, nothing, nothing] }))).toBe("no-phone");
  expect(mappingOf(form({ columns: [phone, phone, nothing] }))).toBe("same-twice");
  expect(mappingOf(form({ columns: [phone, { to: "field", field: " " }, nothing] }))).toBe("no-field-name");
  expect(mappingOf(form({ callingCode: "Colombia" }))).toBe("bad-code");
});

it("is what the API takes once it is complete, and comes back from it as it was", () => {
  const complete = form({
    callingCode: "+57",
    tags: ["fair"],
    consent: "column",
    consentColumn: "2",
    topic: "offers",
  });
  const mapping = mappingOf(complete);
  expect(mapping).toEqual({
    columns: [{ to: "phone" }, { to: "field", field: "City" }, { to: "nothing" }],
    callingCode: "57",
    tags: ["fair"],
    consent: { type: "column", column: 2, topic: "offers" },
  });
  if (typeof mapping === "string") throw new Error(mapping);
  expect(formOf({ ...IMPORT, mapping })).toEqual(complete);
});
