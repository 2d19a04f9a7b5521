/** The document says of each input what the contract says of it. */
import { isContractProcedure } from "@orpc/contract";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contract } from "../contract/index.ts";
import { openApiDocument } from "./open-api.ts";

const jsonSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});
const operation = z.looseObject({
  parameters: z
    .array(z.object({ name: z.string(), required: z.boolean().optional(), schema: z.unknown() }))
    .optional(),
  requestBody: z
    .object({
      required: z.boolean().optional(),
      content: z.object({ "application/json": z.object({ schema: z.unknown() }) }),
    })
    .optional(),
});

interface Route {
  name: string;
  method: string;
  path: string;
  input: z.ZodType;
}

/** Every route of the contract that takes anything. */
function routes(node: unknown, name = ""): Route[] {
  if (isContractProcedure(node)) {
    const { inputSchema, route } = node["~orpc"];
    const { method = "", path = "" } = route;
    return inputSchema instanceof z.ZodType
      ? [{ name, method: method.toLowerCase(), path, input: inputSchema }]
      : [];
  }
  return Object.entries(z.record(z.string(), z.unknown()).parse(node)).flatMap(([key, inner]) =>
    routes(inner, name === "" ? key : `${name}.${key}`),
  );
}

/** Past what only wraps or checks. */
function inside(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return inside(schema.unwrap());
  return schema instanceof z.ZodPipe ? inside(schema.in) : schema;
}

/** Asked of the parser itself: the keys that it misses in an empty object. */
function wanted(schema: z.ZodObject): string[] {
  const issues = schema.safeParse({}).error?.issues ?? [];
  return Object.keys(schema.shape).filter((key) =>
    issues.some(({ path }) => path.length === 1 && path[0] === key),
  );
}

/** Where the document requires other keys than the parser, at any depth. */
function differences(schema: unknown, described: unknown, at: string): string[] {
  const plain = inside(schema);
  const { properties = {}, required = [], items, anyOf, oneOf } = jsonSchema.parse(described ?? {});
  if (plain instanceof z.ZodObject) {
    const own =
      [...required].sort().join() === wanted(plain).sort().join()
        ? []
        : [`${at}: ${wanted(plain)}, not ${required}`];
    return [
      ...own,
      ...Object.entries(plain.shape).flatMap(([key, inner]) =>
        differences(inner, unwrapped(inner, properties[key]), `${at}.${key}`),
      ),
    ];
  }
  if (plain instanceof z.ZodArray) return differences(plain.element, items, `${at}[]`);
  if (plain instanceof z.ZodUnion)
    return plain.options.flatMap((option, index) =>
      differences(option, (anyOf ?? oneOf)?.[index], `${at}|${index}`),
    );
  return [];
}

/** What may be null is described as one or the other. */
function unwrapped(schema: unknown, described: unknown): unknown {
  const nullable =
    schema instanceof z.ZodNullable ||
    (schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodNullable);
  return nullable ? jsonSchema.parse(described ?? {}).anyOf?.[0] : described;
}

describe("the document of the API", async () => {
  const { paths } = await openApiDocument();

  it.each(routes(contract))("requires of $name what the server requires", ({ method, path, input }) => {
    const { parameters = [], requestBody } = operation.parse(
      z.record(z.string(), z.unknown()).parse(paths?.[path])[method],
    );
    const body = requestBody?.content["application/json"].schema;
    const own = jsonSchema.parse(body ?? {});
    const described = {
      properties: {
        ...own.properties,
        ...Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
      },
      required: [
        ...(own.required ?? []),
        ...parameters.flatMap(({ name, required }) => (required ? [name] : [])),
      ],
    };
    expect(differences(input, described, path)).toEqual([]);
    if (own.required?.length) expect(requestBody?.required).toBe(true);
  });

  it("says of what only one or the other is needed", () => {
    const body = operation.parse(paths?.["/messages/send"]?.post).requestBody?.content["application/json"]
      .schema;
    expect(body).toMatchObject({
      required: ["content"],
      anyOf: [{ required: ["conversationId"] }, { required: ["channelId", "to"] }],
    });
  });
});
