/** The HTTP request step. */
import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openStep } from "../open-step.tsx";

it("begins as a GET without an address, and takes one", async () => {
  const { user, card, data, expectSound } = openStep("http-request");
  expect(card().textContent).toBe("GET no address yet");
  await user.type(screen.getByLabelText("Address"), "https://api.example.org/orders");
  expect(data()).toMatchObject({ method: "GET", url: "https://api.example.org/orders" });
  expectSound();
});

it("has a body only where one is sent", async () => {
  const { user, data } = openStep("http-request");
  expect(screen.queryByLabelText("Body")).toBeNull();
  await user.click(screen.getByRole("combobox", { name: "Method" }));
  await user.click(await screen.findByRole("option", { name: "POST" }));
  await user.type(screen.getByLabelText("Body"), "[[1]");
  expect(data()).toMatchObject({ method: "POST", body: "[1]" });
});

it("keeps parts of the answer under names without spaces", async () => {
  const { user, card, data, expectSound } = openStep("http-request");
  await user.click(screen.getByRole("button", { name: "Keep a part of the answer" }));
  await user.type(screen.getByLabelText("Path of part 1"), "status");
  await user.clear(screen.getByLabelText("Variable for part 1"));
  await user.type(screen.getByLabelText("Variable for part 1"), "order state");
  expect(data()).toMatchObject({ save: [{ path: "status", name: "order_state" }] });
  expect(card().textContent).toContain("→ order_state");
  expectSound();
});

it("sends the fields of a form", async () => {
  const { user, data, expectSound } = openStep("http-request");
  await user.click(screen.getByRole("combobox", { name: "Method" }));
  await user.click(await screen.findByRole("option", { name: "POST" }));
  await user.click(screen.getByRole("combobox", { name: "What is sent" }));
  await user.click(await screen.findByRole("option", { name: "a form" }));
  await user.click(screen.getByRole("button", { name: "Add a field" }));
  await user.type(screen.getByLabelText("Value of field 1"), "Ana");
  expect(data()).toMatchObject({ bodyKind: "form", form: [{ name: "name", value: "Ana" }] });
  expectSound();
});

it("shows a secret by a header, and none any more when that is taken back", async () => {
  const { user, data, expectSound } = openStep("http-request");
  await user.click(screen.getByRole("button", { name: "Headers and secret" }));
  const choose = async (name: string) => {
    await user.click(screen.getByRole("combobox", { name: "Show who is calling by", hidden: true }));
    await user.click(await screen.findByRole("option", { name }));
  };
  await choose("a header of its own");
  await user.type(screen.getByRole("combobox", { name: "Secret" }), "shop");
  expect(data()).toMatchObject({ auth: { kind: "header", name: "X-Api-Key", secret: "shop" } });
  expectSound();
  await choose("a bearer token");
  expect(data()).toMatchObject({ auth: { kind: "bearer", secret: "shop" } });
  await choose("nothing");
  expect(data()).not.toHaveProperty("auth");
  expectSound();
});

describe("trying it", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    sessionStorage.clear();
  });

  /** The server, which answers with this. */
  function serve(answer: object) {
    const sent: unknown[] = [];
    vi.stubGlobal("fetch", async (input: Request | URL | string, init?: RequestInit) => {
      sent.push(await new Request(input, init).json());
      return Response.json(answer);
    });
    return sent;
  }
  const ANSWER = { error: null, status: 200, durationMs: 42, headers: { "x-left": "9" }, body: "" };
  const ORDER = {
    method: "POST",
    url: "https://api.example.org/orders/{{ name }}",
    headers: [{ name: "X-Who", value: "{{ contact.name }}" }],
    auth: { kind: "bearer", secret: "shop" },
    bodyKind: "json",
    body: '{ "who": "{{ name }}" }',
    form: [],
    save: [],
    timeoutSeconds: 10,
    retries: 1,
    onError: "branch",
    defaultValue: "",
  };

  it("sends what is drawn, filled in with values that can be changed, and the secret by its name", async () => {
    const sent = serve(ANSWER);
    const { user } = openStep("http-request", ORDER);
    await user.click(screen.getByRole("button", { name: "Try it…" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Try the request" }));
    expect(dialog.getByLabelText<HTMLInputElement>("contact.name").value).toBe("Ana López");
    await user.clear(dialog.getByLabelText("name"));
    await user.type(dialog.getByLabelText("name"), 'a "b"/17');
    const shown = within(dialog.getByRole("region", { name: "What is sent" }));
    expect(shown.getByText(/orders\/a%20%22b%22%2F17$/)).toBeDefined();
    expect(shown.getByText("with the secret “shop”")).toBeDefined();
    await user.click(dialog.getByRole("button", { name: "Send it" }));
    const answer = within(await dialog.findByRole("region", { name: "The answer" }));
    expect(answer.getByText("200")).toBeDefined();
    expect(answer.getByText(/^in 42 ms/)).toBeDefined();
    expect(sent).toEqual([
      {
        method: "POST",
        url: "https://api.example.org/orders/a%20%22b%22%2F17",
        headers: { "X-Who": "Ana López", "Content-Type": "application/json" },
        body: '{ "who": "a \\"b\\"/17" }',
        auth: { kind: "bearer", secret: "shop" },
        timeoutMs: 10_000,
      },
    ]);
  });

  it("keeps what is clicked in the answer, by its path, under a name that is free, and lets it go again", async () => {
    serve({ ...ANSWER, body: JSON.stringify({ order: { lines: [{ name: "Tea", id: 7 }] } }) });
    const { user, data, expectSound } = openStep("http-request", ORDER);
    await user.click(screen.getByRole("button", { name: "Try it…" }));
    await user.click(await screen.findByRole("button", { name: "Send it" }));
    await user.click(await screen.findByRole("button", { name: 'name: "Tea"' }));
    await user.click(screen.getByRole("button", { name: "id: 7" }));
    // The flow has a variable called `name` already.
    const kept = [
      { path: "order.lines.0.name", name: "name_2" },
      { path: "order.lines.0.id", name: "id" },
    ];
    expect(data()).toMatchObject({ save: kept });
    expectSound();
    const pressed = screen.getByRole("button", { name: /name: "Tea"/, pressed: true });
    expect(pressed.textContent).toContain("name_2");
    await user.click(pressed);
    expect(data()).toMatchObject({ save: kept.slice(1) });
  });

  it("says why a step would fail, and shows an answer that is no JSON as it is", async () => {
    serve({
      ...ANSWER,
      status: 502,
      error: { code: "http-status", message: "the server answered 502" },
      body: "<h1>Oh",
    });
    const { user } = openStep("http-request", ORDER);
    await user.click(screen.getByRole("button", { name: "Try it…" }));
    await user.click(await screen.findByRole("button", { name: "Send it" }));
    expect((await screen.findByRole("alert")).textContent).toBe(
      "The step would fail: the server answered 502.",
    );
    expect(screen.getByText("<h1>Oh")).toBeDefined();
  });

  it("sends nothing while there is no address", async () => {
    const { user } = openStep("http-request", { ...ORDER, url: "{{ name }}" });
    await user.click(screen.getByRole("button", { name: "Try it…" }));
    expect(
      await screen.findByText(/^It can't be sent like this: the address is not a web address/),
    ).toBeDefined();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Send it" }).disabled).toBe(true);
  });
});
