/** The interface in Portuguese: a file for each folder of the editor; `common` has what several of them say. */
import type { Catalogue } from "../t.ts";
import { analytics } from "./analytics.ts";
import { api } from "./api.ts";
import { auth } from "./auth.ts";
import { canvas } from "./canvas.ts";
import { channels } from "./channels.ts";
import { checks } from "./checks.ts";
import { common } from "./common.ts";
import { contactFilter } from "./contact-filter.ts";
import { contactImport } from "./contact-import.ts";
import { contacts } from "./contacts.ts";
import { conversations } from "./conversations.ts";
import { deliveries } from "./deliveries.ts";
import { document } from "./document.ts";
import { fitNotes } from "./fit-notes.ts";
import { flowPage } from "./flow-page.ts";
import { flows } from "./flows.ts";
import { forms } from "./forms.ts";
import { importReport } from "./import-report.ts";
import { issues } from "./issues.ts";
import { nodes } from "./nodes.ts";
import { reasons } from "./reasons.ts";
import { sessions } from "./sessions.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { simulator } from "./simulator.ts";
import { traffic } from "./traffic.ts";
import { translations } from "./translations.ts";

export const ptAreas: readonly Catalogue[] = [
  analytics,
  api,
  auth,
  canvas,
  channels,
  checks,
  common,
  contacts,
  contactImport,
  contactFilter,
  conversations,
  deliveries,
  document,
  fitNotes,
  flowPage,
  flows,
  forms,
  importReport,
  issues,
  nodes,
  reasons,
  sessions,
  settings,
  shell,
  simulator,
  traffic,
  translations,
];
export const pt: Catalogue = Object.assign({}, ...ptAreas);
