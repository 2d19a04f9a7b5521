/** One message of a chat, drawn. */
import type { Message } from "@hilo/server/contract";
import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Bubble, type BubbleActions } from "./Bubble.tsx";
import { testMessage } from "./test-message.ts";

afterEach(cleanup);

function show(changed: Partial<Message>, actions: BubbleActions = {}) {
  const message = testMessage(1, changed);
  const { container } = render(
    <MantineProvider>
      <Bubble message={message} side="left" first ticks {...actions} />
    </MantineProvider>,
  );
  return { message, container };
}

const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "*<b>bold</b>*",
  '"><svg onload=alert(1)>',
  "{{constructor.constructor('alert(1)')()}}",
  "&lt;not decoded&gt; &amp;",
  "[x](javascript:alert(1))",
];

describe("what a customer sends is text", () => {
  test.each(HOSTILE)("%j shows as it is written", (words) => {
    const { container } = show({
      direction: "in",
      author: "customer",
      content: { type: "text", text: words },
    });
    expect(container.textContent).toContain(words.replaceAll("*", ""));
    expect(container.querySelector("script, img, b, a, svg[onload]")).toBeNull();
  });

  test.each(HOSTILE)("%j as a button's title, a caption and a place shows as it is written", (words) => {
    for (const content of [
      { type: "tap", tap: { kind: "button", id: "x", title: words } },
      { type: "media", media: { kind: "image", url: words }, caption: words },
      { type: "location", latitude: 1, longitude: 2, name: words, address: words },
      { type: "unknown", platformType: words, raw: {} },
    ]) {
      const { container } = show({ direction: "in", author: "customer", content });
      expect(container.textContent).toContain(words.replaceAll("*", ""));
      expect(
        container.querySelector("script, img, b, [onerror], [onload], a[href^='javascript']"),
      ).toBeNull();
      cleanup();
    }
  });

  test("a picture is loaded from the web or from this server, and from nowhere else", () => {
    const picture = (url: string) => {
      const { container } = show({ content: { type: "media", media: { kind: "image", url } } });
      const src = container.querySelector("img")?.getAttribute("src") ?? null;
      cleanup();
      return src;
    };
    expect(picture("https://hilo.example/a.png")).toBe("https://hilo.example/a.png");
    expect(picture("/api/v1/media/1")).toBe("/api/v1/media/1");
    for (const url of [
      "javascript:alert(1)",
      "data:image/svg+xml,<svg>",
      "//evil.example/a.png",
      "/\\evil.example",
    ]) {
      expect(picture(url)).toBeNull();
    }
  });
});

describe("ticks", () => {
  test.each([
    ["Pending", "Waiting to be sent"],
    ["Sending", "Being sent"],
    ["Sent", "Sent"],
    ["Delivered", "Delivered"],
    ["Read", "Read"],
    ["Failed", "Not delivered"],
    ["Uncertain", "Sent, but nobody knows yet whether it arrived"],
    ["Cancelled", "Not sent: cancelled"],
  ] as const)("%s is told as %j", (status, words) => {
    show({ status });
    expect(screen.getByRole("img", { name: words })).toBeDefined();
  });

  test("one mark when sent, two when delivered, and another colour when read", () => {
    const marks = (status: Message["status"]) => {
      show({ status });
      const drawn = screen.getByRole("img");
      const found = {
        path: drawn.querySelector("path")?.getAttribute("d"),
        status: drawn.getAttribute("data-status"),
      };
      cleanup();
      return found;
    };
    expect(marks("Sent").path).not.toBe(marks("Delivered").path);
    expect(marks("Read").path).toBe(marks("Delivered").path);
    expect(marks("Read").status).toBe("Read");
  });
});

describe("what can be pressed", () => {
  const content = {
    type: "buttons",
    text: "?",
    options: [
      { id: "opt-0", title: "Yes" },
      { id: "opt-1", title: "No" },
    ],
  };

  test("a tap carries the option's id and the message it was under", async () => {
    const onTap = vi.fn();
    const { message } = show({ content }, { onTap });
    await userEvent.click(screen.getByRole("button", { name: "No" }));
    expect(onTap).toHaveBeenCalledExactlyOnceWith({ id: "opt-1", title: "No" }, message);
  });

  test("without a handler the options are shown and can't be pressed", () => {
    show({ content });
    expect(screen.getByText("Yes")).toBeDefined();
    expect(screen.queryByRole("button")).toBeNull();
  });
});

test("content that no schema knows is shown as such, with its type", () => {
  const { container } = show({ content: { type: "hologram", rays: 3 } });
  expect(container.textContent).toContain("hologram");
});

test("what was edited, reacted to or taken back says so", () => {
  const revisions = [{ content: { type: "text", text: "ola" }, at: "2026-03-10T10:00:00.000Z" }];
  show({ editedAt: "2026-03-10T10:01:00.000Z", revisions, reaction: "❤️" });
  expect(screen.getByText("edited").title).toBe("Before: ola");
  expect(screen.getByTitle("The customer's reaction").textContent).toBe("❤️");
  cleanup();
  show({ content: { type: "unknown", platformType: "deleted", raw: null } });
  expect(screen.getByText("Its writer took this message back")).toBeTruthy();
});
