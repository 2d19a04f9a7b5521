/** A file of one's own in a step. */
import { screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { openStep } from "../open-step.tsx";

const FILE = {
  id: "0190a000-0000-7000-8000-0000000000aa",
  name: "carta.png",
  mime: "image/png",
  size: 2_048,
  kind: "image",
  url: "/api/v1/media/0190a000-0000-7000-8000-0000000000aa/content",
  refusals: [],
  createdAt: "2026-11-28T00:00:00.000Z",
};
const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

afterEach(() => vi.unstubAllGlobals());

async function choose(user: ReturnType<typeof openStep>["user"], file: File) {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error("there is no file input");
  await user.upload(input, file);
}

it("is uploaded as it is, takes the place of the address, and can be taken out", async () => {
  const { user, data, expectSound } = openStep("media", {
    kind: "document",
    url: "https://example.org/x.pdf",
  });
  const sent: [unknown, RequestInit | undefined][] = [];
  vi.stubGlobal("fetch", async (url: unknown, init?: RequestInit) => {
    sent.push([url, init]);
    return answer(201, { ...FILE, kind: "image" });
  });
  const file = new File(["png"], "carta.png", { type: "image/png" });
  await choose(user, file);
  await screen.findByText("carta.png · 2 KB");
  expect(sent[0]?.[0]).toBe("/api/v1/media?name=carta.png");
  expect(sent[0]?.[1]).toMatchObject({
    method: "POST",
    body: file,
    headers: { "content-type": "image/png" },
  });
  // It is a picture: what was sent as a file is a picture from now on.
  expect(data()).toEqual({ kind: "image", fileId: FILE.id, filename: "carta.png" });
  expectSound();
  await user.click(screen.getByRole("button", { name: "Take it out" }));
  expect(data()).not.toHaveProperty("fileId");
});

it("says why the server refused a file, and changes nothing", async () => {
  const { user, data } = openStep("media", { kind: "image", url: "https://example.org/x.png" });
  const error = { code: "too-large", message: "The file is larger than 100 MB." };
  vi.stubGlobal("fetch", async () => answer(413, { error }));
  await choose(user, new File(["x"], "x.png", { type: "image/png" }));
  await screen.findByText("The file is larger than 100 MB.");
  expect(data()).toEqual({ kind: "image", url: "https://example.org/x.png" });
});
