/** What can be wrong with a request before it is ever made. */
import { isHttpUrl } from "../../content/urls.ts";
import type { NodeProblem } from "../define-node.ts";
import { isLiteral } from "../text-field.ts";
import { variableNameProblems } from "../variable-names.ts";
import type { HttpRequestData } from "./schema.ts";

/** RFC 9110, "token". */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Headers that the connection sets itself. */
const FIXED_HEADERS: ReadonlySet<string> = new Set([
  "host",
  "content-length",
  "transfer-encoding",
  "connection",
]);

const error = (code: string, message: string): NodeProblem => ({ code, severity: "error", message });

export function checkHttpRequest(data: HttpRequestData): NodeProblem[] {
  return [
    ...urlProblems(data.url.trim()),
    ...data.headers.flatMap(({ name }) => headerProblems(name)),
    ...bodyProblems(data),
    ...variableNameProblems([...data.save.map(({ name }) => name), data.saveStatusAs]),
  ];
}

function urlProblems(url: string): NodeProblem[] {
  if (url === "") return [error("url-empty", "There is no address. Write one that begins with https://.")];
  const beginning = url.split(/\{[{%]/, 1)[0] ?? "";
  const fine = isLiteral(url) ? isHttpUrl(url) : beginning === "" || /^https?:\/\//i.test(beginning);
  return fine
    ? []
    : [error("url-invalid", "The address is not a web address. Begin it with https:// and leave no spaces.")];
}

function headerProblems(name: string): NodeProblem[] {
  if (!HEADER_NAME.test(name))
    return [error("header-name", `No header can be called “${name}”. Use letters, digits and hyphens.`)];
  if (!FIXED_HEADERS.has(name.toLowerCase())) return [];
  return [error("header-fixed", `The header “${name}” is set by the connection. Take it out.`)];
}

function bodyProblems({ body, bodyKind, form, method, headers }: HttpRequestData): NodeProblem[] {
  const sent = bodyKind === "form" ? form.length > 0 : Boolean(body);
  if (!sent) return [];
  if (method === "GET") {
    return [
      {
        code: "body-unused",
        severity: "warning",
        message: "A GET request is sent without its body. Choose POST, or empty the body.",
      },
    ];
  }
  const typed = headers.some(({ name }) => name.toLowerCase() === "content-type");
  if (bodyKind !== "json" || !body || typed || !isLiteral(body) || isJson(body)) return [];
  return [
    {
      code: "body-not-json",
      severity: "warning",
      message: "The body is not JSON. Correct it, or choose what else it is.",
    },
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
