/** What can be wrong with a notification before it is ever sent. */
import { isHttpUrl } from "../../content/urls.ts";
import { isEmail } from "../../expressions/addresses.ts";
import type { NodeProblem } from "../define-node.ts";
import { isLiteral } from "../text-field.ts";
import type { NotifyData } from "./schema.ts";

const error = (code: string, message: string): NodeProblem => ({ code, severity: "error", message });

export function checkNotify(data: NotifyData): NodeProblem[] {
  return [...addressProblems(data), ...contentProblems(data)];
}

function addressProblems({ by, to, secret }: NotifyData): NodeProblem[] {
  const address = to.trim();
  if (by !== "email" && secret) return [];
  if (address === "") return [error("to-empty", "There is no address to tell. Write one.")];
  if (!isLiteral(address)) return [];
  if (by !== "email")
    return isHttpUrl(address)
      ? []
      : [
          error(
            "url-invalid",
            "The address is not a web address. Begin it with https:// and leave no spaces.",
          ),
        ];
  const wrong = addressesOf(address).find((each) => !isEmail(each));
  return wrong === undefined
    ? []
    : [
        error(
          "email-invalid",
          `“${wrong}” is not an e-mail address. Correct it, and separate several by commas.`,
        ),
      ];
}

function contentProblems({ by, text, data }: NotifyData): NodeProblem[] {
  if (text.trim() !== "" || (by === "webhook" && data.length > 0)) return [];
  return [error("text-empty", "There is nothing to tell. Write it.")];
}

/** E-mail addresses as they were written, one by one. */
export function addressesOf(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
