/** Imports of contacts: checked, run, looked at. Their files travel by `contact-imports/import-routes.ts`. */
import { audit } from "../admin/audit.ts";
import { checkImport } from "../contact-imports/check-import.ts";
import { importById, importRows } from "../contact-imports/import-views.ts";
import { removeImport, startImport } from "../contact-imports/run-imports.ts";
import { api } from "./base.ts";

export const contactImports = {
  get: api.contactImports.get.handler(({ context: { services, actor }, input }) =>
    importById(services.runtime.pool, actor.workspaceId, input.id),
  ),
  check: api.contactImports.check.handler(({ context: { services, actor }, input }) =>
    checkImport(services.runtime, actor.workspaceId, input),
  ),
  rows: api.contactImports.rows.handler(({ context: { services, actor }, input }) =>
    importRows(services.runtime.pool, actor.workspaceId, input),
  ),
  run: api.contactImports.run.handler(async ({ context: { services, actor }, input }) => {
    const started = await startImport(services.runtime, actor.workspaceId, input.id);
    await audit(services.runtime.prisma, actor, "contacts-imported", {
      type: "contact-import",
      id: input.id,
    });
    return started;
  }),
  remove: api.contactImports.remove.handler(async ({ context: { services, actor }, input }) => {
    await removeImport(services.runtime, actor.workspaceId, input.id);
  }),
};
