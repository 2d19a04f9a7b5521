/** Errors in one shape. */
import { ORPCError } from "@orpc/client";
import { expect, test } from "vitest";
import { issueOf, toApiError } from "./api-error.ts";

test("the API's own error keeps its code, words, status and issues", () => {
  const issues = [{ path: ["password"], message: "too short" }];
  const body = { error: { code: "invalid-input", message: "Some fields are not right", issues } };
  const error = toApiError(new ORPCError("ANSWERED", { status: 400, data: body }));
  expect(error).toMatchObject({
    code: "invalid-input",
    message: "Some fields are not right",
    status: 400,
    issues,
  });
  expect(issueOf(error, "password")).toBe("too short");
  expect(issueOf(error, "email")).toBeNull();
});

test("a proxy's page instead of an answer is told in plain words", () => {
  const error = toApiError(new ORPCError("ANSWERED", { status: 502, data: "<html>Bad gateway</html>" }));
  expect(error).toMatchObject({ code: "unexpected", status: 502 });
  expect(error.message).not.toContain("<html>");
});

test("no answer at all is offline", () => {
  expect(toApiError(new TypeError("Failed to fetch"))).toMatchObject({ code: "offline", status: 0 });
});
