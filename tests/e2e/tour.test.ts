/** The tour of the README in a real browser: from the printed link to a changed text that customers get. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPerson, openBrowser, type Person } from "../support/browser.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";

let browser: Browser;
let database: TestDatabase;
let server: ServerProcess;
let ana: Person;
let page: Page;

beforeAll(async () => {
  database = await createTestDatabase({ template: false });
  server = await startServer({ DATABASE_URL: database.url });
  browser = await openBrowser();
  ana = await newPerson(browser);
  page = ana.page;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await database?.drop();
});

const phone = () =>
  page.getByRole("complementary", { name: "Simulator" }).or(page.getByLabel("Simulator")).first();
const bubbles = (text: string) => phone().getByText(text, { exact: false });

async function write(text: string): Promise<void> {
  const box = phone().getByRole("textbox", { name: "Message" });
  await box.fill(text);
  await box.press("Enter");
}

// Each step goes on where the one before it ended: it is one story, told in sentences.
describe("a marketer's first five minutes", () => {
  it("opens the printed link, makes the owner's account and lands on the flows", async () => {
    const link = /http:\/\/\S+\/setup\?token=\S+/.exec(server.output())?.[0] ?? "";
    expect(link).not.toBe("");
    await page.goto(server.url + new URL(link).pathname + new URL(link).search);
    await page.getByLabel(/your name/i).fill("Ana");
    await page.getByLabel(/e-?mail/i).fill("ana@example.org");
    await page
      .getByLabel(/password/i)
      .first()
      .fill("correct horse battery");
    await page.getByRole("button", { name: /create|make|start/i }).click();
    await page.getByText("Bienvenida").first().waitFor();
    expect(new URL(page.url()).pathname).toBe("/flows");
  });

  it("finds the set-up closed for anybody else", async () => {
    const other = await newPerson(browser);
    const link = /http:\/\/\S+\/setup\?token=\S+/.exec(server.output())?.[0] ?? "";
    const answer = await fetch(`${server.url}/api/v1/setup`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.url },
      body: JSON.stringify({
        token: new URL(link).searchParams.get("token"),
        name: "Eve",
        email: "eve@example.org",
        password: "correct horse battery",
      }),
    });
    expect(answer.status).toBe(403);
    await other.page.goto(`${server.url}/conversations`);
    await other.page.waitForURL(/sign-in/);
    await other.context.close();
  });

  it("sees a flow drawn on the canvas", async () => {
    await page.getByText("Bienvenida").first().click();
    await page.locator(".react-flow__node").filter({ hasText: "Saludo" }).first().waitFor();
    expect(await page.locator(".react-flow__node").count()).toBeGreaterThan(5);
    expect(await page.locator(".react-flow__edge").count()).toBeGreaterThan(5);
  });

  it("writes HÓLA in the simulator and gets the greeting with its buttons, read", async () => {
    await page.getByRole("button", { name: "Test", exact: true }).click();
    await write("HÓLA");
    await bubbles("Soy el asistente de Café Hilo").first().waitFor();
    await phone().getByRole("button", { name: "Reservar mesa" }).waitFor();
  });

  it("watches the path light up while tapping and answering", async () => {
    await phone().getByRole("button", { name: "Reservar mesa" }).click();
    await bubbles("¿A nombre de quién").first().waitFor();
    await page.getByText("Here now").waitFor();
    await write("Lucía");
    await bubbles("Gracias, Lucía").first().waitFor();
  });

  it("sees the session move live on the conversations page in another tab, takes over and hands back", async () => {
    const inbox = await ana.context.newPage();
    await inbox.goto(`${server.url}/conversations`);
    await inbox.getByText("Gracias, Lucía", { exact: false }).first().click();
    await inbox.getByText("Correo").first().waitFor();
    await write("lucia@example.org");
    await inbox.getByText("lucia@example.org").first().waitFor();

    await inbox.getByRole("button", { name: "Take over", exact: true }).click();
    await inbox
      .getByRole("button", { name: /hand back/i })
      .first()
      .waitFor();
    const composer = inbox.getByRole("textbox", { name: /message|write/i });
    await composer.fill("Hola, soy Ana de verdad");
    await composer.press("Enter");
    await bubbles("Hola, soy Ana de verdad").first().waitFor();
    await write("hola");
    await inbox.getByText("hola", { exact: true }).last().waitFor();
    await inbox
      .getByRole("button", { name: /hand back/i })
      .first()
      .click();
    await inbox.getByRole("button", { name: "Take over", exact: true }).waitFor();
    await inbox.close();
  });

  it("changes a text on the canvas, publishes, and customers get the new text", async () => {
    await page.locator(".react-flow__node").filter({ hasText: "Saludo" }).first().click();
    const text = page.getByRole("textbox", { name: /^(text|message|question)/i }).first();
    await text.fill("¡Nueva bienvenida, {{ contact.name }}! ¿Qué te gustaría hacer?");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("button", { name: "Publish version 2" }).click();
    await page.getByText("Version 2 published").first().waitFor();
    await write("hola");
    await bubbles("¡Nueva bienvenida, ").first().waitFor();
  });

  it("can't publish a flow that fails its checks, and is led to the step", async () => {
    await page.locator(".react-flow__node").filter({ hasText: "Saludo" }).first().click();
    const text = page.getByRole("textbox", { name: /^(text|message|question)/i }).first();
    await text.fill("");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByLabel("Problems").getByText(/empty/i).first().waitFor();
    const flows = await page.request.get(`${server.url}/api/v1/flows`);
    const { items } = await flows.json();
    expect(items.find((flow: { name: string }) => flow.name === "Bienvenida").published.number).toBe(2);
  });

  it("finds everything again after a reload, without an error on any page", async () => {
    await page.keyboard.press("Escape");
    await page.goto(`${server.url}/flows`);
    for (const place of ["Conversations", "Sessions", "Channels", "Settings"]) {
      await page.getByRole("link", { name: place }).click();
      await page
        .getByRole("heading", { name: place, level: 1 })
        .or(page.getByRole("heading", { name: place }))
        .first()
        .waitFor();
    }
    expect(ana.errors).toEqual([]);
  });
});
