/** The text step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins empty and shows on its card and its phone what is typed", async () => {
  const { user, card, data, expectSound } = openStep("text");
  expect(card().textContent).toBe("Nothing to say yet");
  await user.type(screen.getByLabelText("Message"), "Hi *there*");
  expect(data()).toMatchObject({ text: "Hi *there*" });
  expect(card().querySelector("strong")?.textContent).toBe("there");
  expect(screen.getByRole("img", { name: "Preview on WhatsApp" }).textContent).toBe("Hi there");
  expectSound();
});

it("counts against WhatsApp's limit and says when it is over", async () => {
  openStep("text", { text: "x".repeat(4_100) });
  expect(screen.getByText("4100/4096").hasAttribute("data-over")).toBe(true);
  expect(screen.getByText("WhatsApp takes 4096 characters; this is 4 over.")).toBeDefined();
});

it("inserts a variable of the flow where the cursor is", async () => {
  const { user, data } = openStep("text", { text: "Hi !" });
  const area = screen.getByLabelText<HTMLTextAreaElement>("Message");
  area.setSelectionRange(3, 3);
  await user.click(screen.getByRole("button", { name: "Insert a variable" }));
  await user.click(await screen.findByRole("button", { name: "name" }));
  expect(data()).toEqual({ text: "Hi {{ name }}!" });
});

it("offers a link preview only when there is a link", async () => {
  const { user, data } = openStep("text", { text: "See https://example.org" });
  await user.click(screen.getByLabelText("Show a preview of the link"));
  expect(data()).toMatchObject({ preview: true });
  await user.clear(screen.getByLabelText("Message"));
  expect(screen.queryByLabelText("Show a preview of the link")).toBeNull();
});

it("finds a variable by a part of its name, and says what it holds and which step sets it", async () => {
  const { user, data } = openStep("text", { text: "Hi " });
  await user.click(screen.getByRole("button", { name: "Insert a variable" }));
  await user.type(await screen.findByLabelText("Find a variable"), "nam");
  expect(screen.getByRole("button", { name: "name" }).textContent).toBe("nametextset by “Question”");
  expect(screen.queryByRole("button", { name: "Contact's phone" })).toBeNull();
  await user.keyboard("{Enter}");
  expect(data()).toEqual({ text: "Hi {{ name }}" });
});

it("completes names and filters while they are typed", async () => {
  const { user, data } = openStep("text", { text: "" });
  const area = screen.getByLabelText<HTMLTextAreaElement>("Message");
  await user.type(area, "Hi {{{{ cont");
  expect(screen.getByRole("listbox", { name: "What fits here" }).children).toHaveLength(4);
  await user.keyboard("{ArrowDown}{Enter}");
  expect(data()).toEqual({ text: "Hi {{ contact.phone }}" });
  await user.clear(area);
  await user.type(area, "{{{{ name | def");
  await user.keyboard("{Tab}");
  expect(data()).toEqual({ text: "{{ name | default" });
  await user.keyboard(": 'you' }}");
  expect(screen.queryByRole("listbox")).toBeNull();
});

it("shows on its phone what it would say to somebody, when asked to", async () => {
  const { user } = openStep("text", { text: "Hi {{ contact.name | upcase }}, {{ name }}" });
  const phone = screen.getByRole("img", { name: "Preview on WhatsApp" });
  expect(phone.textContent).toBe("Hi contact.name, name");
  await user.click(screen.getByLabelText("Example values"));
  expect(phone.textContent).toBe("Hi ANA LÓPEZ, blue");
});
