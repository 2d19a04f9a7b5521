// PostgreSQL refuses to run as root, so root runs it as a system user.

import { execFile } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const exec = promisify(execFile);

export type SystemUser = { name: string; uid: number; gid: number };
export type Command = { file: string; args: string[]; uid?: number; gid?: number };

const OWN_USER = "hilo-postgres";

async function findUser(name: string): Promise<SystemUser | undefined> {
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  const fields = passwd
    .split("\n")
    .map((line) => line.split(":"))
    .find((parts) => parts[0] === name);
  if (!fields) return undefined;
  return { name, uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** Debian and Red Hat have useradd, Alpine adduser. */
async function makeUser(): Promise<SystemUser | undefined> {
  const shell = "/usr/sbin/nologin";
  await exec("useradd", ["--system", "--no-create-home", "--user-group", "--shell", shell, OWN_USER]).catch(
    () => exec("adduser", ["-S", "-D", "-H", OWN_USER]).catch(() => undefined),
  );
  return findUser(OWN_USER);
}

/** The user to run PostgreSQL as, or undefined when this process is not root and runs it as itself. */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const user =
    (await findUser("postgres")) ??
    (await findUser(OWN_USER)) ??
    (await makeUser()) ??
    (await findUser("nobody"));
  if (user) return user;
  throw new Error(
    "PostgreSQL can't run as root and no system user could be made: start Hilo as another user, or set DATABASE_URL.",
  );
}

/** Whether `user` may pass through every directory above the given files (a checkout under /root says no). */
async function canReach(user: SystemUser, files: string[]): Promise<boolean> {
  for (const file of files) {
    for (let dir = path.dirname(file); ; dir = path.dirname(dir)) {
      const { mode, uid, gid } = await stat(dir);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
      if (dir === path.dirname(dir)) break;
    }
  }
  return true;
}

/**
 * The command that runs `file` as the user. Where a directory on the way is closed to that user, `setpriv`
 * leaves it root's right to pass through closed directories, and nothing else.
 * @param paths what the program must reach besides itself
 */
export async function asUser(
  user: SystemUser | undefined,
  file: string,
  args: string[],
  paths: string[],
): Promise<Command> {
  if (!user) return { file, args };
  if (await canReach(user, [file, ...paths])) return { file, args, uid: user.uid, gid: user.gid };
  const capability = "+dac_override";
  const flags = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    "--clear-groups",
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
  ];
  return { file: "setpriv", args: [...flags, "--", file, ...args] };
}
