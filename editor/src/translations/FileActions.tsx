/** Translations out as files for spreadsheets and translation tools, and in again, with what did not fit. */

import { type SortedTranslations, sortTranslations } from "@hilo/flow-engine";
import { Alert, Button, FileButton, Group, List, Menu, Stack } from "@mantine/core";
import { IconDownload, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useFlowStore } from "../canvas/flow-context.tsx";
import { t } from "../i18n/t.ts";
import { fileName, saveFile } from "../shell/save-file.ts";
import { readCsv, writeCsv } from "./csv.ts";
import { languageName } from "./language-names.ts";
import { readPo, writePo } from "./po.ts";

type Outcome = { ok: true; sorted: SortedTranslations } | { ok: false; message: string };
/** Rows named in the report; a file of another flow has hundreds. */
const NAMED = 6;

export function FileActions({ language }: { language: string }) {
  const store = useFlowStore();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const read = async (file: File) => {
    const doc = store.getState().history.present;
    try {
      const text = await file.text();
      const sorted = sortTranslations(
        doc,
        file.name.toLowerCase().endsWith(".po") ? readPo(text) : readCsv(text, doc),
      );
      if (sorted.fitting.length > 0)
        store.getState().run({ type: "set-translations", args: { texts: sorted.fitting } });
      setOutcome({ ok: true, sorted });
    } catch (error) {
      setOutcome({ ok: false, message: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <Stack gap="xs" align="flex-end">
      <Group gap="xs">
        <ExportMenu language={language} />
        <FileButton accept=".csv,.po,text/csv" onChange={(file) => file && void read(file)}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>
              {t("Import CSV or PO")}
            </Button>
          )}
        </FileButton>
      </Group>
      {outcome && <ImportOutcome outcome={outcome} onClose={() => setOutcome(null)} />}
    </Stack>
  );
}

function ExportMenu({ language }: { language: string }) {
  const store = useFlowStore();
  const doc = () => store.getState().history.present;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t("Export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() =>
            saveFile({
              name: `${fileName(doc().name)}-translations.csv`,
              type: "text/csv",
              text: writeCsv(doc()),
            })
          }
        >
          {t("CSV, all languages")}
        </Menu.Item>
        <Menu.Item
          onClick={() =>
            saveFile({
              name: `${fileName(doc().name)}.${language}.po`,
              type: "text/x-gettext-translation",
              text: writePo(doc(), language),
            })
          }
        >
          PO, {languageName(language)}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function ImportOutcome({ outcome, onClose }: { outcome: Outcome; onClose(): void }) {
  if (!outcome.ok) {
    return (
      <Alert color="red" title={t("Nothing was imported")} withCloseButton onClose={onClose} role="alert">
        {outcome.message}
      </Alert>
    );
  }
  const { fitting, unknown, outdated, unchanged } = outcome.sorted;
  const names = (list: SortedTranslations["unknown"]) =>
    list.slice(0, NAMED).map(({ language, nodeId, key }) => (
      <List.Item key={`${language} ${nodeId} ${key}`}>
        {nodeId} {key} ({language})
      </List.Item>
    ));
  return (
    <Alert
      color={unknown.length + outdated.length > 0 ? "yellow" : "green"}
      title={t("{taken} taken over, {unchanged} with nothing new, {unknown} unknown", {
        taken: fitting.length,
        unchanged,
        unknown: unknown.length,
      })}
      withCloseButton
      onClose={onClose}
      role="status"
    >
      {unknown.length > 0 && (
        <>
          {t("These belong to no text or language of this flow, and were left out:")}
          <List size="sm">{names(unknown)}</List>
        </>
      )}
      {outdated.length > 0 && (
        <>
          {t("Of these the flow's own text was changed since the export. Look at them again:")}
          <List size="sm">{names(outdated)}</List>
        </>
      )}
    </Alert>
  );
}
