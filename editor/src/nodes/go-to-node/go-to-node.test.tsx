/** The step that goes on at another one. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openDocument } from "../../document/flow-document.ts";
import { openStep } from "../open-step.tsx";
import { stepChoices } from "./step-choices.ts";

it("chooses among the other steps by their names", async () => {
  const { user, card, data, expectSound } = openStep("go-to-node");
  expect(card().textContent).toBe("No step chosen yet");
  await user.click(screen.getByRole("combobox", { name: "Step" }));
  const offered = (await screen.findAllByRole("option")).map((option) => option.textContent);
  expect(offered).toEqual(["Name?"]);
  await user.click(screen.getByRole("option", { name: "Name?" }));
  expect(data()).toEqual({ node: "before" });
  expect(card().textContent).toBe("Name?");
  expectSound();
});

it("says when the step it names is gone", () => {
  const { card } = openStep("go-to-node", { node: "n99" });
  expect(card().textContent).toBe("A step that is gone");
  expect(screen.getByText("That step is gone. Choose another.")).toBeDefined();
});

it("tells steps of one name apart by their ids", () => {
  const nodes = [
    { id: "n1", type: "text", data: { text: "Hi" } },
    { id: "n2", type: "text", data: { text: "Hi" } },
    { id: "n3", type: "text", name: "Bye", data: { text: "Hi" } },
    { id: "n4", type: "go-to-node", data: { node: "" } },
  ];
  const doc = openDocument({ format: "hilo.flow/1", name: "F", nodes, edges: [] });
  expect(stepChoices(doc, "n4").map(({ label }) => label)).toEqual(["Hi (n1)", "Hi (n2)", "Bye"]);
});
