/** What the product tells monitors and programs about itself: health, figures, and its API described to the last route. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../support/product.ts";
import { until } from "../support/server-process.ts";
import { post, textDelivery } from "../support/whatsapp-webhook.ts";

let product: Product;

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

const read = (path: string) => fetch(`${product.server.url}${path}`);

type Json = { [key: string]: Json } & Json[];

/** As CONTRACT prints them; a newcomer here is a promise to the outside. */
const ROUTES = `
  GET|POST /channels · GET|PATCH|DELETE /channels/{id} · POST /channels/{id}/check
  GET|POST /flows · GET|PUT|DELETE /flows/{id} · POST /flows/{id}/check · POST /flows/{id}/publish
  GET /flows/{id}/versions · POST /flows/{id}/unpublish · POST /triggers/explain
  GET /contacts · GET|PATCH|DELETE /contacts/{id} · GET /contacts/{id}/export
  GET /conversations · GET /conversations/{id} · GET /conversations/{id}/messages
  POST /conversations/{id}/take-over · POST /conversations/{id}/hand-back · POST /conversations/{id}/read
  POST /messages/send
  GET /sessions · GET /sessions/{id} · GET /sessions/{id}/events · POST /sessions/{id}/end
  GET /webhook-log · POST /webhook-log/{id}/retry · GET /usage · GET /ws/status · GET /ws/stats`
  .split(/[·\n]/)
  .map((line) => line.trim())
  .filter((line) => line !== "")
  .flatMap((line) => {
    const [methods = "", path = ""] = line.split(" ");
    return methods.split("|").map((method) => [method, path] as const);
  });

describe("health", () => {
  it("is told without a key: the process lives, and may be sent work", async () => {
    for (const path of ["/livez", "/readyz"]) {
      const answer = await read(path);
      expect([path, answer.status, await answer.json()]).toEqual([path, 200, { ok: true }]);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("is figures in Prometheus' text format, and they count", async () => {
    const number = await product.connectNumber();
    const figures = async () => {
      const answer = await read("/metrics");
      expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
      return answer.text();
    };
    const taken = (text: string) => {
      const line =
        /^flow_webhook_received_total\{(?=.*channel="whatsapp")(?=.*result="200").*\} (\d+)$/m.exec(text);
      return Number(line?.[1] ?? 0);
    };
    const before = await figures();
    for (const line of before.split("\n").filter((one) => one !== ""))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? (-?[\d.]+(e[+-]?\d+)?|NaN|[+-]Inf))$/);
    expect(await post(product.server.url, number, textDelivery(number, "34600000001", "wamid.m", "x"))).toBe(
      200,
    );
    await until(async () => taken(await figures()) === taken(before) + 1, "the webhook is counted");
  });
});

describe("the API's description", () => {
  let document: Json;
  beforeAll(async () => {
    const answer = await read("/api/v1/openapi.json");
    expect(answer.status).toBe(200);
    document = await answer.json();
  });

  const operations = () =>
    Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    );

  it("is OpenAPI 3.1 and has every route that was promised", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const described = new Set(operations().map(({ path, method }) => `${method} ${path}`));
    expect(ROUTES.length).toBeGreaterThan(35);
    expect(
      ROUTES.map(([method, path]) => `${method} ${path}`).filter((route) => !described.has(route)),
    ).toEqual([]);
  });

  it("is sound: ids are unique, path parameters declared, answers described, references lead somewhere", () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of operations()) {
      const inPath = (operation.parameters ?? []).filter(({ in: place }) => String(place) === "path");
      const declared = inPath.map(({ name, required, schema }) => [
        String(name),
        required,
        schema !== undefined,
      ]);
      const written = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, true, true]);
      expect([method, path, declared]).toEqual([method, path, written]);
      const answers = Object.entries(operation.responses ?? {});
      expect(answers.length).toBeGreaterThan(1);
      for (const [status, answer] of answers) {
        expect(status).toMatch(/^(2\d\d|default)$/);
        expect(answer.description).toEqual(expect.any(String));
      }
      if (method === "GET") expect(operation.requestBody).toBeUndefined();
    }
    for (const reference of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) {
      const [, target = ""] = reference;
      expect(target).toMatch(/^#\//);
      const found = target
        .slice(2)
        .split("/")
        .reduce<Json | undefined>((at, key) => at?.[key], document);
      expect([target, found === undefined]).toEqual([target, false]);
    }
    const schemes = Object.keys(document.components?.securitySchemes ?? {});
    for (const need of document.security ?? [])
      expect(schemes).toEqual(expect.arrayContaining(Object.keys(need)));
  });

  it("agrees with the server: every route it names is there, and asks for proof", async () => {
    for (const [method, path] of ROUTES) {
      const url = `${product.server.url}/api/v1${path.replace("{id}", "00000000-0000-4000-8000-000000000000")}`;
      const answer = await fetch(url, { method });
      expect([method, path, answer.status]).toEqual([method, path, 401]);
      await answer.arrayBuffer();
    }
  });

  it("comes with a readable page and the flow format's schema", async () => {
    const page = await read("/api/v1/docs");
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    const html = await page.text();
    for (const [, path] of ROUTES) expect(html).toContain(path);
    const schema: Json = await (await read("/api/v1/flow.schema.json")).json();
    expect(String(schema.$schema)).toMatch(/json-schema\.org/);
    expect(Object.keys(schema.properties ?? {})).toEqual(
      expect.arrayContaining(["format", "name", "triggers", "nodes", "edges"]),
    );
  });
});
