/** What Meta calls besides webhooks, without a key of ours: the way back from a sign-in, deauthorization, data deletion. */
import express, { type Request, Router } from "express";
import { AppError } from "../http/app-error.ts";
import type { Services } from "../services.ts";
import { serverSecrets } from "../webhooks/candidate-secrets.ts";
import { connectOnly } from "./connections.ts";
import { finishSignIn, type SignInResult } from "./sign-in.ts";
import { readSignedRequest } from "./signed-request.ts";
import { deleteMetaUser, deletionState, withdrawAccess } from "./withdrawal.ts";

export const DATA_DELETION_PATH = "/api/meta/data-deletion";
export const DEAUTHORIZE_PATH = "/api/meta/deauthorize";

const form = express.urlencoded({ extended: false, limit: "16kb", parameterLimit: 10 });

/** Mounted at /api/meta, before what guards browsers' sessions: nothing here acts by one. */
export function metaRoutes(services: Services): Router {
  const routes = Router();
  routes.get("/oauth/callback", async (req, res) => {
    res.set("Cache-Control", "no-store");
    const proof = await services.authenticator.prove(req.headers).catch(() => null);
    const result = await finishSignIn(services.runtime, services.graph, {
      code: word(req.query.code),
      state: word(req.query.state),
      error: word(req.query.error),
      userId: proof?.actor.userId ?? null,
    });
    res.redirect(303, `${services.runtime.config.frontendUrl}/channels?${await whereNext(services, result)}`);
  });
  routes.post("/deauthorize", form, async (req, res) => {
    await withdrawAccess(services, subject(services, req));
    res.json({ success: true });
  });
  routes.post("/data-deletion", form, async (req, res) => {
    const code = await deleteMetaUser(services, subject(services, req));
    const { publicUrl } = services.runtime.config;
    // Meta's own names ("Data deletion request callback").
    res.json({ url: `${publicUrl}${DATA_DELETION_PATH}/${code}`, confirmation_code: code });
  });
  routes.get("/data-deletion/:code", async (req, res) => {
    const found = await deletionState(services, req.params.code.slice(0, 64));
    if (!found) throw new AppError("not-found", 404, "There is no deletion request with this code.");
    const words =
      found.state === "done" ? "is done: nothing of this person is kept here any more" : "is under way";
    res
      .type("text/plain")
      .send(`The deletion asked for on ${found.requestedAt.toISOString().slice(0, 10)} ${words}.\n`);
  });
  return routes;
}

/** To the choice of what to connect; where there is only one thing it is connected here and now. */
async function whereNext(services: Services, result: SignInResult): Promise<string> {
  if ("problem" in result) return `sign-in=${result.problem}`;
  if (result.login === "facebook") return `connection=${result.connectionId}`;
  try {
    return `sign-in=${(await connectOnly(services, result.by, result.connectionId)) ?? "done"}`;
  } catch (error) {
    if (error instanceof AppError) return "sign-in=failed";
    throw error;
  }
}

const word = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value.slice(0, 4_096) : null;

/** @throws AppError unless Meta signed it */
function subject({ runtime }: Services, req: Request): string {
  const secrets = serverSecrets(runtime.config);
  if (secrets.length === 0)
    throw new AppError(
      "no-app-secret",
      503,
      "META_APP_SECRET is not set, so nobody can tell whether Meta sent this.",
    );
  const body: unknown = req.body;
  const signed =
    body !== null && typeof body === "object" && "signed_request" in body ? body.signed_request : null;
  const [user] = secrets.flatMap((secret) => readSignedRequest(signed, secret) ?? []);
  if (user === undefined) throw new AppError("bad-signature", 401, "The signed_request is not Meta's.");
  return user;
}
