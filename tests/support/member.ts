/** Members of a test's workspace who can sign in. */
import { hashPassword } from "../../server/src/auth/password.ts";
import type { Role } from "../../server/src/contract/index.ts";
import { newId } from "../../server/src/db/ids.ts";
import { cookieOf, type TestApp } from "./app.ts";

export const PASSWORD = "correct horse battery";

export interface Person {
  userId: string;
  email: string;
}

/** Hashing costs a second on purpose: once for all of a file's people. */
let hash: Promise<string> | undefined;

/** Somebody with a password, a member of the workspace. */
export async function person(app: TestApp, role: Role, name = "Bea"): Promise<Person> {
  const { prisma } = app.app.runtime;
  hash ??= hashPassword(PASSWORD);
  const userId = newId();
  const email = `${userId}@example.org`;
  await prisma.user.create({ data: { id: userId, name, email } });
  await prisma.authAccount.create({
    data: {
      id: newId(),
      accountId: userId,
      providerId: "credential",
      userId,
      password: await hash,
    },
  });
  await prisma.member.create({ data: { workspaceId: await app.workspaceId(), userId, role } });
  return { userId, email };
}

/** @returns the cookie of a browser that signed in so */
export async function signedInCookie(app: TestApp, { email }: Person): Promise<string> {
  const answer = await app.call("POST", "/api/auth/sign-in/email", {
    body: { email, password: PASSWORD },
    headers: { origin: app.url },
  });
  return cookieOf(answer);
}
