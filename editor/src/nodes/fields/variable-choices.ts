/** What a text may name, in groups: for the menu of variables and for completing what is typed. */
import type { FlowDocument } from "../../document/flow-document.ts";
import { findNode } from "../../document/flow-document.ts";
import {
  CONTACT_PATHS,
  contactFieldsWritten,
  flowVariables,
  OTHER_PATHS,
  type VariableKind,
} from "../../document/variables.ts";
import { t } from "../../i18n/t.ts";
import { nodeUi } from "../index.ts";

export interface VariableChoice {
  path: string;
  /** How it is called in the list. */
  label: string;
  kind: VariableKind;
  /** Where it comes from: "set by “Name”". */
  about?: string;
}
export interface VariableGroup {
  title: string;
  choices: VariableChoice[];
}

export const KIND_WORDS: Record<VariableKind, string> = {
  // t:
  text: "text",
  number: "number",
  date: "date",
  "yes-no": "yes or no",
  list: "list",
  file: "file",
  place: "place",
  value: "any value",
};

export function variableGroups(doc: FlowDocument): VariableGroup[] {
  const written = contactFieldsWritten(doc).filter(
    (name) => !CONTACT_PATHS.some(({ path }) => path === `contact.${name}`),
  );
  return [
    {
      title: t("From this flow"),
      choices: flowVariables(doc).map(({ name, kind, setBy }) => ({
        path: name,
        label: name,
        kind,
        about: t("set by {steps}", { steps: setBy.map((id) => stepName(doc, id)).join(", ") }),
      })),
    },
    {
      title: t("About the contact"),
      choices: [
        ...CONTACT_PATHS.map(({ path, label }) => ({ path, label: t(label), kind: "text" as const })),
        ...written.map((name) => ({
          path: `contact.${name}`,
          label: name,
          kind: "value" as const,
          about: t("field of the contact"),
        })),
      ],
    },
    {
      title: t("Besides"),
      choices: OTHER_PATHS.map(({ path, label }) => ({ path, label: t(label), kind: "text" as const })),
    },
  ];
}

function stepName(doc: FlowDocument, id: string): string {
  const node = findNode(doc, id);
  return node ? `“${node.name ?? t(nodeUi(node.type).title)}”` : id;
}

/** Those whose name or label holds what was typed. */
export function matchingGroups(groups: readonly VariableGroup[], typed: string): VariableGroup[] {
  const wanted = typed.trim().toLowerCase();
  const fits = ({ path, label }: VariableChoice) =>
    path.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted);
  return groups
    .map(({ title, choices }) => ({ title, choices: choices.filter(fits) }))
    .filter(({ choices }) => choices.length > 0);
}
