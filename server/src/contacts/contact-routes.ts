/** Tables of contacts over HTTP: `GET /api/v1/contacts/export.csv` takes what the list of contacts takes. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import { z } from "zod";
import { audit } from "../admin/audit.ts";
import { allowed } from "../auth/authorize.ts";
import { contactQuery } from "../contract/contact-filter.ts";
import { AppError } from "../http/app-error.ts";
import type { Services } from "../services.ts";
import { contactsTable } from "./export-csv.ts";

/** `bom=true` is for spreadsheets, which take the file for another encoding without it. */
const exportQuery = contactQuery.extend({ bom: z.enum(["true", "false"]).default("false") });

/** Mounted behind the proof of who asks, before bodies are parsed. */
export function contactRoutes(services: Services): Router {
  const routes = Router();
  routes.get("/contacts/export.csv", async (req, res) => {
    const actor = allowed(res.locals.actor ?? null, "contacts.export");
    const { pool, prisma } = services.runtime;
    const { bom, ...choice } = readQuery(req);
    const table = await contactsTable(pool, actor.workspaceId, choice, { bom: bom === "true" });
    await audit(prisma, actor, "contacts-exported", { type: "workspace", id: actor.workspaceId });
    await sendCsv(res, `contacts-${new Date().toISOString().slice(0, 10)}.csv`, table);
  });
  return routes;
}

function readQuery(req: Request) {
  const read = exportQuery.safeParse(req.query);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue && issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
  throw new AppError("bad-request", 400, `${where}${issue?.message ?? "The request is not valid."}`);
}

/** One that breaks off ends the connection: half a table must not look like a whole one. */
export async function sendCsv(res: Response, name: string, pieces: AsyncIterable<string>): Promise<void> {
  res.set({
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}"`,
    "X-Content-Type-Options": "nosniff",
  });
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), res);
  } catch (error) {
    // Whoever asked went away.
    if (res.closed || res.destroyed) return;
    throw error;
  }
}
