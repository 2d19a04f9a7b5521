/** Files of imports over HTTP: `POST /api/v1/contact-imports?name=…` with the table as the body, and the refused rows as another table. */
import { Router } from "express";
import { audit } from "../admin/audit.ts";
import { allowed } from "../auth/authorize.ts";
import { sendCsv } from "../contacts/contact-routes.ts";
import { notFound } from "../http/app-error.ts";
import { cleanName } from "../media/media-routes.ts";
import type { Services } from "../services.ts";
import { refusedTable } from "./refused-table.ts";
import { storeUpload } from "./store-upload.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Mounted behind the proof of who asks, before bodies are parsed. */
export function importRoutes(services: Services): Router {
  const routes = Router();
  const { pool, prisma } = services.runtime;
  routes.post("/contact-imports", async (req, res) => {
    const actor = allowed(res.locals.actor ?? null, "contacts.import");
    const stored = await storeUpload(
      services.runtime,
      actor,
      req,
      cleanName(req.query.name) ?? "contacts.csv",
    );
    await audit(prisma, actor, "contact-import-uploaded", { type: "contact-import", id: stored.id });
    res.status(201).json(stored);
  });
  routes.get("/contact-imports/:id/refused.csv", async (req, res) => {
    const actor = allowed(res.locals.actor ?? null, "contacts.import");
    const { id } = req.params;
    if (!UUID.test(id)) throw notFound("import");
    await sendCsv(res, "refused.csv", await refusedTable(pool, actor.workspaceId, id));
  });
  return routes;
}
