/** Somebody at the web application of a running product, signed in as its owner. */
import type { Browser, Page } from "playwright-core";
import { newPerson, type Person } from "./browser.ts";
import { OWNER } from "./product.ts";

export async function signedIn(browser: Browser, url: string): Promise<Person> {
  const person = await newPerson(browser);
  const { page } = person;
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(OWNER.email);
  await page
    .getByLabel(/password/i)
    .first()
    .fill(OWNER.password);
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.waitForURL(/\/flows$/);
  return person;
}

/** A step's card by what is on it. */
export const card = (page: Page, text: string) =>
  page.locator(".react-flow__node-step").filter({ hasText: text }).first();
