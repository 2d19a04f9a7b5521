// A flow of a thousand steps in Chromium: how long it takes to open, and frames a second while it is panned and a step
// is dragged. Frames are counted by requestAnimationFrame over moves of the mouse, one after another.

import { startHilo, startPostgres } from "./lib/processes.mjs";

export const name = "canvas";

const STEPS = 1_000;
const COLUMNS = 40;

export async function run({ loadTs }) {
  const { openBrowser } = await loadTs("tests/support/browser.ts");
  const postgres = await startPostgres(loadTs);
  const hilo = await startHilo({
    databaseUrl: await postgres.database("canvas"),
    graphUrl: "http://127.0.0.1:1",
  });
  const browser = await openBrowser();
  try {
    const flow = await hilo.api("POST", "/flows", { name: "Large", definition: largeFlow() });
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await signIn(page, hilo.url);
    return await measure(page, hilo.url, flow.id);
  } finally {
    await browser.close();
    await hilo.stop();
    await postgres.stop();
  }
}

/** Two thirds texts, one third questions with two answers, in rows. */
function largeFlow() {
  const place = (i) => ({ x: (i % COLUMNS) * 380, y: Math.floor(i / COLUMNS) * 300 });
  const nodes = [{ id: "start", type: "start", data: {}, position: { x: -400, y: 0 } }];
  const edges = [{ id: "e0", source: "start", target: "n1" }];
  const options = [
    { id: "opt-0", title: "Yes" },
    { id: "opt-1", title: "No" },
  ];
  for (let i = 1; i < STEPS; i++) {
    const asks = i % 3 === 0;
    const data = asks
      ? { text: `Question ${i}?`, options }
      : { text: `Message ${i}: hello {{ contact.name }}, how are you?` };
    nodes.push({ id: `n${i}`, type: asks ? "buttons" : "text", data, position: place(i) });
    const port = asks ? "opt-0" : "next";
    if (i + 1 < STEPS) edges.push({ id: `e${i}`, source: `n${i}`, sourceHandle: port, target: `n${i + 1}` });
    if (asks && i + COLUMNS < STEPS)
      edges.push({ id: `f${i}`, source: `n${i}`, sourceHandle: "opt-1", target: `n${i + COLUMNS}` });
  }
  return { format: "hilo.flow/1", name: "Large", nodes, edges };
}

async function signIn(page, url) {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill("bench@example.org");
  await page
    .getByLabel(/password/i)
    .first()
    .fill("correct horse battery");
  await page.getByRole("button", { name: /sign in/i }).click();
  await page.waitForURL(/\/flows$/);
}

async function measure(page, url, id) {
  const step = page.locator(".react-flow__node-step");
  // Once before, so that the code is there, as for whoever has opened a flow before.
  await page.goto(`${url}/flows/${id}`);
  await step.first().waitFor();
  await page.goto(`${url}/flows`);
  await page.getByText("Large").first().waitFor();
  const clicked = performance.now();
  await page.getByText("Large").first().click();
  await step.nth(3).waitFor();
  const opened = performance.now() - clicked;
  await page.waitForTimeout(1_000);

  const rows = [{ what: `open ${STEPS} steps`, value: Math.round(opened), unit: "ms" }];
  rows.push({
    what: "pan, to be read",
    value: await framesOf(page, () => drag(page, 1_000, 860)),
    unit: "frames/s",
  });
  const box = await step.nth(2).boundingBox();
  const grip = { x: (box?.x ?? 0) + 120, y: (box?.y ?? 0) + 20 };
  rows.push({
    what: "drag a step",
    value: await framesOf(page, () => drag(page, grip.x, grip.y)),
    unit: "frames/s",
  });
  await page.keyboard.press("Escape");
  await page.keyboard.press("1");
  await page.waitForTimeout(1_000);
  rows.push({
    what: "pan, all of it",
    value: await framesOf(page, () => drag(page, 1_000, 860)),
    unit: "frames/s",
  });
  return rows;
}

async function drag(page, x, y) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 120; i++) await page.mouse.move(x - i * 3, y - i * 3);
  await page.mouse.up();
}

async function framesOf(page, act) {
  await page.evaluate(() => {
    const counted = { from: performance.now(), frames: 0, on: true };
    Reflect.set(window, "counted", counted);
    const next = () => {
      if (!counted.on) return;
      counted.frames += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await act();
  return page.evaluate(() => {
    const counted = Reflect.get(window, "counted");
    counted.on = false;
    return (counted.frames / (performance.now() - counted.from)) * 1_000;
  });
}
