/** What somebody says about the columns of a table, as the form has it, and as the API takes it. Pure. */
import {
  type ColumnTarget,
  type ContactImport,
  type ImportMapping,
  importMapping,
} from "@hilo/server/contract";

export type Target = ColumnTarget["to"];
export const TARGETS: readonly Target[] = ["nothing", "phone", "name", "email", "language", "tags", "field"];

export interface ColumnForm {
  to: Target;
  /** Its name, when it is a field. */
  field: string;
}
export type ConsentForm = "not-chosen" | ImportMapping["consent"]["type"];

export interface ImportForm {
  columns: ColumnForm[];
  /** As people write it: `+57`. */
  callingCode: string;
  tags: string[];
  /** Has to be chosen: nobody else can say it. */
  consent: ConsentForm;
  /** Index of the column with yes and no. */
  consentColumn: string | null;
  topic: string;
}

export function formOf({ columns, mapping }: ContactImport): ImportForm {
  const consent = mapping?.consent;
  return {
    columns: (mapping?.columns ?? columns.map(({ guess }) => guess)).map((target) => ({
      to: target.to,
      field: target.to === "field" ? target.field : "",
    })),
    callingCode: mapping?.callingCode ? `+${mapping.callingCode}` : "",
    tags: mapping?.tags ?? [],
    consent: consent?.type ?? "not-chosen",
    consentColumn: consent?.type === "column" ? String(consent.column) : null,
    topic: consent && consent.type !== "nothing-said" ? consent.topic : "",
  };
}

export type FormProblem =
  | "no-phone"
  | "same-twice"
  | "no-field-name"
  | "bad-code"
  | "no-consent"
  | "no-topic"
  | "other";

/** @returns the mapping, or what is missing still */
export function mappingOf(form: ImportForm): ImportMapping | FormProblem {
  const problem = problemOf(form);
  if (problem) return problem;
  const { success, data } = importMapping.safeParse({
    columns: form.columns.map(({ to, field }) => (to === "field" ? { to, field } : { to })),
    callingCode: digitsOf(form.callingCode) || null,
    tags: form.tags,
    consent: consentOf(form),
  });
  return success ? data : "other";
}

const digitsOf = (code: string): string => code.replace(/[\s+]/g, "").replace(/^00/, "");

function problemOf({ columns, callingCode, consent, consentColumn, topic }: ImportForm): FormProblem | null {
  const used = columns.filter(({ to }) => to !== "nothing").map(({ to, field }) => `${to} ${field.trim()}`);
  if (!columns.some(({ to }) => to === "phone")) return "no-phone";
  if (columns.some(({ to, field }) => to === "field" && field.trim() === "")) return "no-field-name";
  if (new Set(used).size < used.length) return "same-twice";
  if (callingCode.trim() !== "" && !/^[1-9]\d{0,2}$/.test(digitsOf(callingCode))) return "bad-code";
  if (consent === "not-chosen" || (consent === "column" && consentColumn === null)) return "no-consent";
  return consent !== "nothing-said" && topic.trim() === "" ? "no-topic" : null;
}

function consentOf({ consent, consentColumn, topic }: ImportForm): unknown {
  if (consent === "column") return { type: consent, column: Number(consentColumn), topic };
  return consent === "all-agreed" ? { type: consent, topic } : { type: consent };
}
