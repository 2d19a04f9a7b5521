// Anything thrown becomes an answer that says enough and gives nothing away.
import { ORPCError } from "@orpc/server";
import { describe, expect, it } from "vitest";
import { AppError } from "./app-error.ts";
import { answerFor, errorBody, isDatabaseAway } from "./error-answer.ts";

const coded = (code: string, message = "x") => Object.assign(new Error(message), { code });

describe("answers to errors", () => {
  it("tells refusals in full", () => {
    const answer = answerFor(new AppError("conflict", 409, "Read it again.", [{ revision: 2 }]));
    expect(answer).toEqual({
      status: 409,
      code: "conflict",
      message: "Read it again.",
      issues: [{ revision: 2 }],
      isBug: false,
    });
    expect(errorBody(answer)).toEqual({
      error: { code: "conflict", message: "Read it again.", issues: [{ revision: 2 }] },
    });
  });

  it("tells nothing of what nobody expected", () => {
    for (const thrown of [
      new Error("password=hunter2 at /srv/x.ts"),
      "hunter2",
      undefined,
      coded("23505", "Key (email)=(hunter2)"),
    ]) {
      const answer = answerFor(thrown);
      expect([answer.status, answer.code, answer.isBug]).toEqual([500, "internal", true]);
      expect(JSON.stringify(errorBody(answer))).not.toContain("hunter2");
    }
  });

  it("finds the cause inside what wraps it", () => {
    const inside = new AppError("not-found", 404, "There is no such flow.");
    expect(answerFor(new ORPCError("INTERNAL_SERVER_ERROR", { status: 404, cause: inside })).code).toBe(
      "not-found",
    );
    const prisma = Object.assign(new Error("x"), {
      code: "P2010",
      meta: { driverAdapterError: { cause: { originalCode: "57P01" } } },
    });
    expect(answerFor(prisma)).toMatchObject({ status: 503, code: "unavailable", isBug: false });
  });

  it("knows an absent database from a wrong value", () => {
    for (const code of ["ECONNREFUSED", "57P01", "08006", "53300"])
      expect(isDatabaseAway(coded(code))).toBe(true);
    expect(isDatabaseAway(new Error("timeout exceeded when trying to connect"))).toBe(true);
    for (const code of ["22P02", "22021", "22008"])
      expect(answerFor(coded(code))).toMatchObject({ status: 400, code: "bad-request" });
    expect(isDatabaseAway(coded("23505"))).toBe(false);
  });
});
