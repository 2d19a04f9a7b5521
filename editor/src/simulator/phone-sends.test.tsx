/** What the simulator's phone can send besides words. */
import { messageContentSchema } from "@hilo/flow-engine";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { TestProvider } from "../test-provider.tsx";
import { AttachMenu } from "./AttachMenu.tsx";
import { FormSheet } from "./FormSheet.tsx";

afterEach(cleanup);

const show = (ui: ReactNode) => render(<TestProvider>{ui}</TestProvider>);

test("sends a sample of every kind, and a reaction once there is something to react to", async () => {
  const user = userEvent.setup({ delay: null });
  const onSend = vi.fn();
  const menu = (lastSaid: string | null) => (
    <TestProvider>
      <AttachMenu
        onSend={onSend}
        somewhere={{ type: "location", latitude: 1, longitude: 2 }}
        lastSaid={lastSaid}
        platform="whatsapp"
      />
    </TestProvider>
  );
  const { rerender } = render(menu(null));
  await user.click(screen.getByRole("button", { name: "Attach" }));
  expect(screen.queryByRole("menuitem", { name: /Thumbs up/ })).toBeNull();
  await user.click(await screen.findByRole("menuitem", { name: "Voice note" }));
  rerender(menu("wamid.9"));
  await user.click(screen.getByRole("button", { name: "Attach" }));
  await user.click(await screen.findByRole("menuitem", { name: /Thumbs up/ }));
  expect(onSend.mock.calls).toEqual([
    [{ type: "voice" }],
    [{ type: "reaction", messageId: "wamid.9", emoji: "👍" }],
  ]);
});

test("answers a form with the fields that the flow filled in before, under its token", async () => {
  const user = userEvent.setup({ delay: null });
  const onSend = vi.fn();
  const onClose = vi.fn();
  const form = messageContentSchema.parse({
    type: "form",
    text: "Book",
    button: "Open",
    formId: "f",
    token: "t-1",
    data: { size: "" },
  });
  if (form.type !== "form") throw new Error("not a form");
  show(<FormSheet form={form} replyTo="wamid.3" onSend={onSend} onClose={onClose} />);
  await user.type(screen.getByRole("textbox", { name: "Value of field 1" }), "XL");
  await user.click(screen.getByRole("button", { name: "Send the form" }));
  expect(onSend).toHaveBeenCalledWith({
    type: "form",
    values: { size: "XL" },
    token: "t-1",
    replyTo: "wamid.3",
  });
  expect(onClose).toHaveBeenCalled();
});
