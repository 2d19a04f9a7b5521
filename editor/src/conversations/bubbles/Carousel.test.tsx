/** Cards that are more than fit side by side. */
import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Carousel } from "./Carousel.tsx";

const WIDTH = 300;

/** A window without a layout engine: the strip is made 900 pixels wide of which 300 are seen. */
beforeEach(() => {
  vi.stubGlobal("ResizeObserver", undefined);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(WIDTH);
  vi.spyOn(HTMLElement.prototype, "scrollWidth", "get").mockReturnValue(WIDTH * 3);
  vi.spyOn(HTMLElement.prototype, "scrollBy").mockReturnValue(undefined);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function show() {
  const cards = ["Uno", "Dos", "Tres"].map((title) => ({ title, buttons: [] }));
  render(
    <MantineProvider>
      <Carousel cards={cards} />
    </MantineProvider>,
  );
  return screen.getByRole("list");
}

const scrollTo = (strip: HTMLElement, left: number) => {
  strip.scrollLeft = left;
  fireEvent.scroll(strip);
};
const buttons = () => screen.queryAllByRole("button").map((button) => button.getAttribute("aria-label"));

test("there is a button towards each end that is out of sight", () => {
  const strip = show();
  expect(buttons()).toEqual(["More cards"]);
  scrollTo(strip, WIDTH);
  expect(buttons()).toEqual(["Earlier cards", "More cards"]);
  scrollTo(strip, WIDTH * 2 - 1);
  expect(buttons()).toEqual(["Earlier cards"]);
});

test("a button scrolls by a little less than what is seen", async () => {
  show();
  await userEvent.click(screen.getByRole("button", { name: "More cards" }));
  expect(HTMLElement.prototype.scrollBy).toHaveBeenCalledExactlyOnceWith({
    left: WIDTH * 0.8,
    behavior: "smooth",
  });
});

test("the strip is reached by the keyboard", async () => {
  const strip = show();
  await userEvent.tab();
  expect(document.activeElement).toBe(strip);
});
