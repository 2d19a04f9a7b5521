/** Finding steps by what they say. */
import { expect, it } from "vitest";
import { addSticky } from "../document/commands/stickies.ts";
import { openDocument } from "../document/flow-document.ts";
import { findSteps } from "./find-steps.ts";

const doc = addSticky(
  openDocument({
    format: "hilo.flow/1",
    name: "F",
    nodes: [
      {
        id: "n1",
        type: "text",
        name: "Greeting",
        data: { text: "¡Hola! ¿Qué tal está usted hoy, en esta mañana tan bonita del año?" },
      },
      {
        id: "n2",
        type: "buttons",
        data: { text: "What do you need?", options: [{ id: "opt-7", title: "Devolución" }] },
      },
    ],
  }),
  { position: { x: 0, y: 0 }, text: "Ask sales about devolucion" },
);
const ids = (search: string) => findSteps(doc, search).map(({ id }) => id);

it.each([
  ["names", "greet", ["n1"]],
  ["types, also of named steps", "text", ["n1"]],
  ["options and notes, without accents", "devolucion", ["n2", "s1"]],
  ["several words anywhere", "need devol", ["n2"]],
  ["nothing by the ids of options", "opt-7", []],
])("finds %s", (_, search, found) => {
  expect(ids(search)).toEqual(found);
});

it("shows the words around what was looked for", () => {
  expect(findSteps(doc, "bonita")[0]?.excerpt).toMatch(/^….*mañana tan bonita del año\?$/);
});
