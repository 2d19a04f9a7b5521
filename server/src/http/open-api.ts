/** The API described for machines: OpenAPI 3.1 out of the contract, and the flow format's JSON Schema. */
import { flowJsonSchema } from "@hilo/flow-engine";
import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { contract } from "../contract/index.ts";

export type OpenApiDocument = Awaited<ReturnType<OpenAPIGenerator["generate"]>>;

const ERROR_SCHEMA = {
  type: "object" as const,
  required: ["error"],
  properties: {
    error: {
      type: "object" as const,
      required: ["code", "message"],
      properties: {
        code: { type: "string" as const, description: "Stable, for programs" },
        message: { type: "string" as const, description: "What to do, for people" },
        issues: { type: "array" as const, items: { type: "object" as const } },
      },
    },
  },
};

/** Inputs of which one or the other has to be there: no key alone is required. */
const EITHER = [
  { path: "/messages/send", keyword: "anyOf", inputs: [["conversationId"], ["channelId", "to"]] },
  { path: "/triggers/explain", keyword: "oneOf", inputs: [["text"], ["event"]] },
] as const;

let document: Promise<OpenApiDocument> | undefined;

/** Made once: the contract does not change while the server runs. */
export function openApiDocument(): Promise<OpenApiDocument> {
  document ??= generate();
  return document;
}

async function generate(): Promise<OpenApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [converter()] });
  const made = await generator.generate(contract, {
    info: {
      title: "Hilo",
      version: "1",
      description:
        "Chat automation on WhatsApp, Instagram and Messenger. Errors are `{ error: { code, message, issues? } }`; lists take `limit` and `cursor`.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ apiKey: [] }, { session: [] }],
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key: hilo_…" },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "hilo.session_token",
          description: "The browser's session",
        },
      },
      schemas: { Error: ERROR_SCHEMA },
    },
  });
  return withErrors(withEither(made));
}

function withEither(made: OpenApiDocument): OpenApiDocument {
  for (const { path, keyword, inputs } of EITHER) {
    const body = made.paths?.[path]?.post?.requestBody;
    const content = body && "content" in body ? body.content["application/json"] : undefined;
    if (!content) throw new Error(`There is no POST ${path} with a body.`);
    content.schema = { ...content.schema, [keyword]: inputs.map((names) => ({ required: [...names] })) };
  }
  return made;
}

/** Zod wants a key whose value may be anything; the converter alone would call it optional. */
function converter(): ZodToJsonSchemaConverter {
  return new ZodToJsonSchemaConverter({
    // Triggers nest deepest: draft, triggers, conditions, hours, schedule, days, spans.
    maxStructureDepth: 12,
    interceptors: [
      ({ next, schema }) => {
        const [required, json] = next();
        const { type } = schema._zod.def;
        return [required || type === "unknown" || type === "any", json];
      },
    ],
  });
}

const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** Every route may answer with an error of the one shape. */
function withErrors(made: OpenApiDocument): OpenApiDocument {
  const answer = {
    description: "An error",
    content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
  };
  for (const item of Object.values(made.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item?.[method];
      if (operation) operation.responses = { ...operation.responses, default: answer };
    }
  }
  return made;
}

let flowSchema: Record<string, unknown> | undefined;

export function flowSchemaDocument(): Record<string, unknown> {
  flowSchema ??= flowJsonSchema();
  return flowSchema;
}
