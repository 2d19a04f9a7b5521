/** Signing in and out: the only calls outside the API's contract. */
import { z } from "zod";
import { ApiError, toApiError } from "../api/api-error.ts";

/** What the sign-in routes answer on refusal. */
const refusal = z.object({ message: z.string(), code: z.string().optional() });

async function post(path: string, body: Record<string, unknown>): Promise<void> {
  const answer = await fetch(`/api/auth/${path}`, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch((thrown: unknown) => {
    throw toApiError(thrown);
  });
  if (answer.ok) return;
  const parsed = refusal.safeParse(await answer.json().catch(() => null));
  throw new ApiError(
    parsed.data?.code ?? "unexpected",
    parsed.data?.message ?? `The server answered ${answer.status} without saying why.`,
    answer.status,
  );
}

export async function signIn(email: string, password: string): Promise<void> {
  try {
    await post("sign-in/email", { email, password });
  } catch (thrown) {
    const error = toApiError(thrown);
    if (error.status === 429)
      throw new ApiError(error.code, "Too many tries. Wait a minute and try again.", 429);
    // One sentence for a wrong address and a wrong password: which of the two it was is nobody's business.
    if (error.status >= 400 && error.status < 500) {
      throw new ApiError(error.code, "That e-mail address and password don't belong together.", error.status);
    }
    throw error;
  }
}

export const signOut = (): Promise<void> => post("sign-out", {});
