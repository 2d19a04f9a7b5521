// The log: a line an event, without secrets, whatever is put into it.
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createLog, pathOf } from "./log.ts";

function recorded() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { lines, log: createLog("info", stream) };
}

describe("the log", () => {
  it("is one JSON line for each event, also for text with line breaks and colours", () => {
    const { lines, log } = recorded();
    log.info({ name: 'a\n{"level":"fatal"}\r\n\u001b[31mred' }, "one\ntwo");
    expect(lines).toHaveLength(1);
    expect(lines[0]?.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: "info",
      msg: "one\ntwo",
      time: expect.stringMatching(/Z$/),
    });
  });

  it("shows no secret that comes along in an object", () => {
    const { lines, log } = recorded();
    const secrets = {
      accessToken: "canary",
      appSecret: "canary",
      password: "canary",
      authorization: "canary",
    };
    log.info({ ...secrets, channel: secrets, req: { cookie: "canary" } }, "x");
    expect(lines.join("")).not.toContain("canary");
  });

  it("cuts long errors and keeps their code", () => {
    const { lines, log } = recorded();
    log.error(
      { err: Object.assign(new Error("x".repeat(10_000)), { code: "E1", detail: "Key (phone)=(canary)" }) },
      "failed",
    );
    expect(lines[0]?.length).toBeLessThan(6_000);
    expect(JSON.parse(lines[0] ?? "").err).toMatchObject({ code: "E1" });
    expect(lines[0]).not.toContain("canary");
  });

  it("names requests by their path alone", () => {
    expect(pathOf({ url: "/setup?token=canary" } as Parameters<typeof pathOf>[0])).toBe("/setup");
  });
});
