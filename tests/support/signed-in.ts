/** Somebody at the web application of a running product, signed in as its owner. */
import type { Browser, Page } from "playwright-core";
import { newPerson, type Person } from "./browser.ts";
import { OWNER } from "./product.ts";

export async function signedIn(browser: Browser, url: string): Promise<Person> {
  const person = await newPerson(browser);
  await signIn(person.page, url);
  return person;
}

/** Of a page that somebody has already: at its sign-in page, until the flows are shown. */
export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await fillSignIn(page);
  await page.waitForURL(/\/flows$/);
}

/** On a page that asks to sign in, whatever comes after it. */
export async function fillSignIn(page: Page): Promise<void> {
  await page.getByLabel(/e-?mail/i).fill(OWNER.email);
  await page
    .getByLabel(/password/i)
    .first()
    .fill(OWNER.password);
  await page.getByRole("button", { name: /sign in/i }).click();
}

/** A step's card by what is on it. */
export const card = (page: Page, text: string) =>
  page.locator(".react-flow__node-step").filter({ hasText: text }).first();
