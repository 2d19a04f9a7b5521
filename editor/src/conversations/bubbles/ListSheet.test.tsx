/** The sheet of a list message. */
import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { type ListContent, ListSheet } from "./ListSheet.tsx";

afterEach(cleanup);

const list: ListContent = {
  type: "list",
  text: "Choose",
  button: "See the menu",
  sections: [
    { title: "Bread", rows: [{ id: "item-0", title: "Rye", description: "With seeds" }] },
    { title: "Sweet", rows: [{ id: "item-1", title: "Croissant" }] },
  ],
};

function show(onChoose?: (row: { id: string }) => void) {
  const onClose = vi.fn();
  render(
    <MantineProvider>
      <ListSheet list={list} onChoose={onChoose} onClose={onClose} />
    </MantineProvider>,
  );
  return onClose;
}

test("a row is marked first and sent with the button, over sections", async () => {
  const onChoose = vi.fn();
  show(onChoose);
  const send = screen.getByRole("button", { name: "Send" });
  expect(send).toHaveProperty("disabled", true);
  await userEvent.click(screen.getByRole("radio", { name: /Rye/ }));
  await userEvent.click(screen.getByRole("radio", { name: /Croissant/ }));
  expect(screen.getByRole("radio", { name: /Rye/ })).toHaveProperty("checked", false);
  expect(onChoose).not.toHaveBeenCalled();
  await userEvent.click(send);
  expect(onChoose).toHaveBeenCalledExactlyOnceWith({ id: "item-1", title: "Croissant" });
});

test("for an agent the rows are to be read only", () => {
  show();
  expect(screen.getByText("With seeds")).toBeDefined();
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.queryByRole("button", { name: "Send" })).toBeNull();
});

test("it closes by its button and by Escape", async () => {
  const onClose = show(vi.fn());
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(onClose).toHaveBeenCalledTimes(1);
  screen.getByRole("button", { name: "Close" }).focus();
  await userEvent.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledTimes(2);
});
