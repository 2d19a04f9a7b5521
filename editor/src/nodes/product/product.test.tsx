/** The products step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins without products, and asks for a header as soon as there are several", async () => {
  const { user, card, data, expectSound } = openStep("product");
  expect(card().textContent).toBe("No products yet");
  await user.type(screen.getByLabelText("Catalog"), "194");
  await user.type(screen.getByLabelText("Product 1"), "rose-red");
  expect(card().textContent).toBe("1 product");
  expect(screen.queryByLabelText("Header")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Add a product" }));
  await user.type(screen.getByLabelText("Product 2"), "rose-white");
  await user.type(screen.getByLabelText("Header"), "Roses");
  expect(data()).toEqual({
    text: "",
    header: "Roses",
    catalogId: "194",
    sections: [{ products: ["rose-red", "rose-white"] }],
  });
  expect(card().textContent).toBe("Roses2 products");
  expectSound();
});

it("names sections once there are two", async () => {
  const { user, data } = openStep("product");
  await user.click(screen.getByRole("button", { name: "Add a section" }));
  await user.type(screen.getByLabelText("Title of section 2"), "Lilies");
  await user.type(screen.getByLabelText("Product 1 of section 2"), "lily");
  expect(data()?.sections).toEqual([{ products: [""] }, { title: "Lilies", products: ["lily"] }]);
});
