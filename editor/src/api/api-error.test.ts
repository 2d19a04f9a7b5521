/** Errors in one shape. */
import { ORPCError } from "@orpc/client";
import { afterAll, expect, test } from "vitest";
import { speak } from "../i18n/t.ts";
import { ApiError, issueOf, toApiError } from "./api-error.ts";

afterAll(() => speak("en"));

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

test("errors are said in the language that is spoken when they are drawn", async () => {
  const offline = toApiError(new TypeError("Failed to fetch"));
  const taken = new ApiError("conflict", "There is a team called Ventas already.", 409);
  const strange = new ApiError("too-strange", "The moon is full.", 400);
  expect(taken.message).toBe("There is a team called Ventas already.");
  await speak("es");
  expect(offline.message).toMatch(/^No se puede contactar con el servidor/);
  expect(taken.message).toBe("Ya hay un equipo llamado Ventas.");
  expect(strange.message).toBe("Algo en la petición no está bien. (The moon is full.)");
  await speak("pt");
  expect(new ApiError("x", "slow down", 429).message).toMatch(/^Tentativas demais/);
});
