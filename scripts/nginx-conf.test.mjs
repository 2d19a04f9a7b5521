// The nginx set-up of the docs: by nginx itself where there is one, by what must be in it everywhere.

import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { at } from "./lib/paths.mjs";

const conf = await readFile(at("docs", "nginx", "hilo.conf"), "utf8");
const has = (command, ...args) => spawnSync(command, args).error === undefined;
const canTry = has("nginx", "-v") && has("openssl", "version");

test("every webhook route of Hilo asks for Meta's certificate, and nothing else does", () => {
  const [, pattern] = /location ~ (\S+) \{\s*if \(\$hilo_from_meta = 0\)/.exec(conf) ?? [];
  const guarded = new RegExp(pattern);
  for (const route of ["meta", "whatsapp", "instagram", "facebook-page"])
    expect(`/api/webhooks/${route}`).toMatch(guarded);
  expect("/api/v1/whatsapp/webhook").toMatch(guarded);
  for (const route of ["/api/v1/channels", "/api/meta/oauth/callback", "/", "/socket.io/"])
    expect(route).not.toMatch(guarded);
});

test("only the certificate that Meta shows counts", () => {
  const [, pattern] = /'~(\^SUCCESS.*)' 1;/.exec(conf) ?? [];
  const meta = new RegExp(pattern);
  const name = "CN=client.webhooks.fbclientcerts.com";
  expect(`SUCCESS:${name},O=Meta Platforms\\, Inc.,C=US`).toMatch(meta);
  expect(`SUCCESS:O=Meta,${name}`).toMatch(meta);
  for (const other of [
    `NONE:${name}`,
    `FAILED:${name}`,
    "SUCCESS:CN=example.org",
    `SUCCESS:${name}.evil.org`,
    "NONE:",
  ])
    expect(other).not.toMatch(meta);
});

test.skipIf(!canTry)("nginx takes it", async () => {
  const dir = await mkdtemp(path.join(tmpdir(), "hilo-nginx-"));
  try {
    const cert = path.join(dir, "fullchain.pem");
    const openssl = [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-days",
      "2",
      "-subj",
      "/CN=hilo.example.org",
    ];
    expect(
      spawnSync("openssl", [...openssl, "-keyout", path.join(dir, "privkey.pem"), "-out", cert]).status,
    ).toBe(0);
    await writeFile(path.join(dir, "meta-outbound-api-ca-2025-12.pem"), await readFile(cert));
    // Ports and folders that need no rights.
    const local = conf
      .replaceAll("/etc/nginx/certs", dir)
      .replaceAll(
        /listen (\[::\]:)?(80|443)/g,
        (_all, v6 = "", port) => `listen ${v6}1${port.padStart(4, "0")}`,
      );
    const main = `pid ${dir}/pid;\nerror_log ${dir}/error.log;\nevents {}\nhttp {\naccess_log off;\n${local}\n}\n`;
    const file = path.join(dir, "nginx.conf");
    await writeFile(file, main);
    const { status, stderr } = spawnSync("nginx", ["-t", "-e", `${dir}/error.log`, "-p", dir, "-c", file], {
      encoding: "utf8",
    });
    expect(stderr).toContain("syntax is ok");
    expect(status).toBe(0);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
});
