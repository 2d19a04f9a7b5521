/** Translations of an open flow: languages, texts, files. */

import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { FlowProvider } from "../canvas/flow-context.tsx";
import { openDocument } from "../document/flow-document.ts";
import { createFlowStore } from "../document/flow-store.ts";
import { TestProvider } from "../test-provider.tsx";
import { TranslationsDialog } from "./TranslationsDialog.tsx";

afterEach(cleanup);
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

function open(translations: Record<string, Record<string, Record<string, string>>>) {
  const store = createFlowStore(
    openDocument({
      format: "hilo.flow/1",
      name: "F",
      language: "en",
      nodes: [
        { id: "a", type: "text", name: "Hello", data: { text: "Hi" } },
        {
          id: "b",
          type: "buttons",
          name: "Menu",
          data: { text: "Choose", options: [{ id: "opt-0", title: "One" }] },
        },
      ],
      translations,
    }),
  );
  render(
    <TestProvider>
      <FlowProvider value={store}>
        <TranslationsDialog opened onClose={() => {}} />
      </FlowProvider>
    </TestProvider>,
  );
  return {
    store,
    user: userEvent.setup({ delay: null }),
    texts: () => store.getState().history.present.translations,
  };
}

const field = (where: RegExp) => screen.getByLabelText(where);

it("begins with a language, then has each text beside its translation, and undo takes both back", async () => {
  const { store, user, texts } = open({});
  await user.click(screen.getByText("Add a language"));
  await user.type(await screen.findByRole("combobox", { name: "Language" }), "pt-br");
  fireEvent.submit(screen.getByRole("button", { name: "Add" }));
  expect(texts()).toEqual({ "pt-BR": {} });
  fireEvent.change(field(/Hello: the text, in Brazilian/), { target: { value: "Oi" } });
  expect(texts()).toEqual({ "pt-BR": { a: { text: "Oi" } } });
  expect(screen.getByText("1 of 3 texts")).toBeDefined();
  store.getState().undo();
  store.getState().undo();
  expect(texts()).toEqual({});
});

it("shows only what is missing, and keeps a text there while it is written", async () => {
  const { user } = open({ es: { a: { text: "Hola" } } });
  await user.click(screen.getByLabelText("Only what is missing"));
  expect(screen.queryByLabelText(/Hello: the text/)).toBeNull();
  fireEvent.change(field(/Menu: the text/), { target: { value: "Elige" } });
  expect(field(/Menu: the text/)).toHaveProperty("value", "Elige");
});

it("says when a translation is longer than WhatsApp takes", () => {
  open({ es: {} });
  fireEvent.change(field(/title of button 1/), { target: { value: "x".repeat(21) } });
  expect(screen.getByText("21 characters, and WhatsApp takes 20.")).toBeDefined();
});

it("takes a table in as one step, and names the rows that belong nowhere", async () => {
  const { store, texts } = open({ es: {} });
  const csv = "node,key,where,en,es\na,text,,Hi,Hola\nb,text,,Pick,Elige\nzzz,text,,x,y\n";
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!input) throw new Error("there is no field for files");
  fireEvent.change(input, { target: { files: [new File([csv], "t.csv")] } });
  expect(await screen.findByText("2 taken over, 0 with nothing new, 1 unknown")).toBeDefined();
  expect(screen.getByText("zzz text (es)")).toBeDefined();
  expect(screen.getByText("b text (es)")).toBeDefined();
  expect(texts()).toEqual({ es: { a: { text: "Hola" }, b: { text: "Elige" } } });
  store.getState().undo();
  expect(texts()).toEqual({ es: {} });
});
