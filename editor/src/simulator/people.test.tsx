/** Who is played, and on which platform. */

import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TestProvider } from "../test-provider.tsx";
import { AttachMenu } from "./AttachMenu.tsx";
import { PersonDialog } from "./PersonDialog.tsx";
import { PhoneHeader } from "./PhoneHeader.tsx";
import { forgetPerson, newPerson, recall, remember } from "./phone-memory.ts";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const show = (ui: ReactNode) => render(<TestProvider>{ui}</TestProvider>);

test("the platform is chosen in the phone's header", async () => {
  const user = userEvent.setup({ delay: null });
  const onPlatform = vi.fn();
  show(<PhoneHeader name="Café" typing={false} platform="whatsapp" onPlatform={onPlatform} />);
  await user.click(screen.getByRole("button", { name: "Played on WhatsApp: change" }));
  await user.click(await screen.findByRole("menuitem", { name: "Instagram" }));
  expect(onPlatform).toHaveBeenCalledExactlyOnceWith("instagram");
});

test("only what a platform has can be sent on it", async () => {
  const user = userEvent.setup({ delay: null });
  const here = { type: "location", latitude: 1, longitude: 2 } as const;
  show(<AttachMenu onSend={() => {}} somewhere={here} lastSaid={null} platform="instagram" />);
  await user.click(screen.getByRole("button", { name: "Attach" }));
  await screen.findByRole("menuitem", { name: "Photo" });
  for (const name of ["Location", "Document", "Contact card"])
    expect(screen.queryByRole("menuitem", { name })).toBeNull();
});

test("a person has a name, a number, a language and fields; a number that is none is refused", async () => {
  const user = userEvent.setup({ delay: null });
  const onSave = vi.fn();
  show(<PersonDialog person={newPerson("34600111222", "Ana")} onSave={onSave} onClose={() => {}} />);
  const number = screen.getByRole("textbox", { name: "Phone number" });
  await user.clear(number);
  await user.type(number, "0123456");
  expect(screen.getByRole("button", { name: "Write as this person" })).toHaveProperty("disabled", true);
  await user.clear(number);
  await user.type(number, "+34 600 999 888");
  await user.click(screen.getByRole("button", { name: "Add a field" }));
  await user.type(screen.getByRole("textbox", { name: "Name of field 1" }), "city");
  await user.type(screen.getByRole("textbox", { name: "Value of field 1" }), "Vigo");
  await user.click(screen.getByRole("button", { name: "Write as this person" }));
  expect(onSave).toHaveBeenCalledExactlyOnceWith({
    ...newPerson("34600999888", "Ana"),
    fields: { city: "Vigo" },
  });
});

test("those played before are kept, the last one first, and what can't be read is none", () => {
  const [ana, bea] = [newPerson("34600000001", "Ana"), newPerson("34600000002", "Bea")];
  remember(ana, "whatsapp");
  remember(bea, "instagram");
  remember({ ...ana, language: "es" }, "messenger");
  expect(recall()).toMatchObject({ current: { name: "Ana", language: "es" }, platform: "messenger" });
  expect(recall().people.map(({ name }) => name)).toEqual(["Ana", "Bea"]);
  expect(forgetPerson(bea.phone).people.map(({ name }) => name)).toEqual(["Ana"]);
  localStorage.setItem("hilo.simulator", "{");
  expect(recall()).toEqual({ current: null, platform: "whatsapp", people: [] });
});
