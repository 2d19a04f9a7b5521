/** The location step. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins without a place and shows the one that is typed", async () => {
  const { user, card, data, expectSound } = openStep("location");
  expect(card().textContent).toBe("No place yet");
  await user.type(screen.getByLabelText("Latitude"), "36.5297");
  await user.type(screen.getByLabelText("Longitude"), "-6.2920");
  expect(card().textContent).toBe("36.5297, -6.2920");
  await user.type(screen.getByLabelText("Name of the place"), "Our shop");
  await user.type(screen.getByLabelText("Street and town"), "Calle Ancha 3");
  expect(card().textContent).toBe("Our shopCalle Ancha 3");
  expect(data()).toEqual({
    latitude: "36.5297",
    longitude: "-6.2920",
    name: "Our shop",
    address: "Calle Ancha 3",
  });
  expectSound();
});
