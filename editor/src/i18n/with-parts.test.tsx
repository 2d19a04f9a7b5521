import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { withParts } from "./with-parts.tsx";

test("elements stand in the places of a text, wherever a language has them", () => {
  const { container } = render(
    <p>{withParts("{flow} answers, says {who}.", { flow: <b>Welcome</b>, who: "Ana" })}</p>,
  );
  expect(container.innerHTML).toBe("<p><b>Welcome</b> answers, says Ana.</p>");
});

test("a place that nothing was given for stays as it is written", () => {
  const { container } = render(<p>{withParts("{flow} answers in {constructor}", { flow: "It" })}</p>);
  expect(container.textContent).toBe("It answers in {constructor}");
});
