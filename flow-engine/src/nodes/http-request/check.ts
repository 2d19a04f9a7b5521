/** What can be wrong with a request before it is ever made. */
import { isHttpUrl } from "../../content/urls.ts";
import type { NodeProblem } from "../define-node.ts";
import { isLiteral, templateProblems } from "../template-fields.ts";
import { variableNameProblems } from "../text-problems.ts";
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
  const fields = [
    { label: "the address", source: data.url },
    ...data.headers.map(({ name, value }) => ({ label: `the header ${name}`, source: value })),
    { label: "the body", source: data.body },
  ];
  return [
    ...urlProblems(data.url.trim()),
    ...data.headers.flatMap(({ name }) => headerProblems(name)),
    ...templateProblems(fields),
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

function bodyProblems({ body, method, headers }: HttpRequestData): NodeProblem[] {
  if (!body) return [];
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
  if (typed || !isLiteral(body) || isJson(body)) return [];
  return [
    {
      code: "body-not-json",
      severity: "warning",
      message: "The body is not JSON. Correct it, or set a Content-Type header.",
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
