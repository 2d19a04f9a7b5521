// Settings: defaults, every wrong value named at once, a key that is made once.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { transformSync } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError, loadConfig, parseEnvironment } from "./config.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "hilo-config-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    parseEnvironment(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe("the environment", () => {
  it("needs nothing set, and takes an empty value for an unset one", () => {
    expect(problemsOf({})).toEqual([]);
    const config = loadConfig({ HILO_DATA_DIR: dir, DATABASE_URL: "", PORT: "" });
    expect(config).toMatchObject({
      port: 3000,
      role: "all",
      databaseUrl: undefined,
      publicUrl: "http://localhost:3000",
      frontendUrl: "http://localhost:3000",
      graph: { url: "https://graph.facebook.com", version: "v25.0" },
      allowPrivateHosts: [],
    });
  });

  it.each([
    ["PORT", "70000"],
    ["PORT", "http"],
    ["DATABASE_URL", "mysql://localhost/hilo"],
    ["REDIS_URL", "localhost:6379"],
    ["HILO_ROLE", "webworker"],
    ["PUBLIC_URL", "chat.example.com"],
    ["GRAPH_API_VERSION", "25"],
    ["META_APP_ID", "my app"],
    ["ENCRYPTION_KEY", "abc"],
    ["LOG_LEVEL", "verbose"],
    ["HILO_ALLOW_PRIVATE_HOSTS", "10.0.0.0/99"],
    ["HILO_ALLOW_PRIVATE_HOSTS", "http://internal"],
    ["METRICS_PORT", "-1"],
  ])("refuses %s=%s with one sentence that names it", (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} must .*\\.$`));
  });

  it("lists all wrong values together and does not repeat secret ones", () => {
    const problems = problemsOf({ PORT: "x", ENCRYPTION_KEY: "my-secret", DATABASE_URL: "nope:hunter2" });
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toMatch(/my-secret|hunter2/);
  });

  it("accepts hosts, wildcards, addresses and ranges that flows may reach", () => {
    const text = "intranet, *.corp.example, 10.0.0.0/8, ::1, fd00::/8, 127.0.0.1";
    expect(parseEnvironment({ HILO_ALLOW_PRIVATE_HOSTS: text }).HILO_ALLOW_PRIVATE_HOSTS).toHaveLength(6);
  });

  it("takes the slash off the end of addresses, to which paths are added", () => {
    const config = loadConfig({
      HILO_DATA_DIR: dir,
      GRAPH_API_URL: "http://127.0.0.1:4010/",
      PUBLIC_URL: "https://a.b/",
    });
    expect([config.graph.url, config.publicUrl, config.frontendUrl]).toEqual([
      "http://127.0.0.1:4010",
      "https://a.b",
      "https://a.b",
    ]);
  });
});

describe("the encryption key", () => {
  it("is made once, readable by its owner only, and read again", () => {
    const first = loadConfig({ HILO_DATA_DIR: dir }).encryptionKeys;
    expect(first).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(loadConfig({ HILO_DATA_DIR: dir }).encryptionKeys).toEqual(first);
    expect(statSync(path.join(dir, "encryption-key")).mode & 0o777).toBe(0o600);
  });

  it("comes from the environment when set there, the newest first, and then no file is made", () => {
    const [a, b] = ["a".repeat(64), "b".repeat(64)];
    expect(loadConfig({ HILO_DATA_DIR: dir, ENCRYPTION_KEY: `${a},${b}` }).encryptionKeys).toEqual([a, b]);
    expect(() => readFileSync(path.join(dir, "encryption-key"))).toThrow(/ENOENT/);
  });

  it("stops the start when its file is damaged, instead of making another", () => {
    writeFileSync(path.join(dir, "encryption-key"), "half a k");
    expect(() => loadConfig({ HILO_DATA_DIR: dir })).toThrow(
      /64 hexadecimal digits on each line: restore it/,
    );
  });

  it("is the same for processes that start together", () => {
    const source = readFileSync(new URL("./make-file-once.ts", import.meta.url), "utf8");
    const script = path.join(dir, "race.mjs");
    const call = "console.log(makeFileOnce(String(process.argv[2]), String(process.pid)));";
    writeFileSync(script, transformSync(`${source}\n${call}`, { loader: "ts", format: "esm" }).code);
    const target = path.join(dir, "made");
    const shell = `for i in 1 2 3 4; do "${process.execPath}" "${script}" "${target}" & done; wait`;
    const seen = execFileSync("/bin/sh", ["-c", shell], { encoding: "utf8" }).trim().split("\n");
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(1);
  });
});

describe(".env.example", () => {
  it("names every variable, and only those", () => {
    const text = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const named = [...text.matchAll(/^#([A-Z_]+)=/gm)].map((match) => match[1]).sort();
    const env: NodeJS.ProcessEnv = {};
    expect(named).toEqual(Object.keys(parseEnvironment(env)).sort());
  });
});
