/** A real Chromium for browser stories: one for the file, a fresh profile for each person. */
import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** What the system's packages call it. */
const KNOWN = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? KNOWN.find((path) => existsSync(path));
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // As root Chromium has no sandbox; the rest keeps it from calling home.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

export interface Person {
  context: BrowserContext;
  page: Page;
  /** Errors the page reported: uncaught ones, and what it printed as errors. */
  errors: string[];
}

export async function newPerson(browser: Browser, size = { width: 1440, height: 900 }): Promise<Person> {
  const context = await browser.newContext({ viewport: size, locale: "en-US" });
  const page = await context.newPage();
  const errors: string[] = [];
  watch(page, errors);
  context.on("page", (other) => watch(other, errors));
  return { context, page, errors };
}

/** A 401 before signing in is how the application learns that nobody is signed in. */
const EXPECTED = /status of 401/;

function watch(page: Page, errors: string[]): void {
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() !== "error" || EXPECTED.test(message.text())) return;
    errors.push(`${message.text()} ${message.location().url}`);
  });
}
