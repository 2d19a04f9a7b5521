/** The flow in other languages: which, how much of each is done, every text beside its translation, files out and in. */

import { completeness, translationRows } from "@hilo/flow-engine";
import { Group, Modal, Stack, Switch } from "@mantine/core";
import { useState } from "react";
import { useDocument } from "../canvas/flow-context.tsx";
import { t } from "../i18n/t.ts";
import { Notice } from "../shell/Notice.tsx";
import { FileActions } from "./FileActions.tsx";
import { AddLanguage, LanguageCards, RemoveLanguage } from "./Languages.tsx";
import { TextTable } from "./TextTable.tsx";

export function TranslationsDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={t("Translations")} size="min(1100px, 96vw)">
      <Translations />
    </Modal>
  );
}

function Translations() {
  const doc = useDocument();
  const [wanted, setWanted] = useState<string | null>(null);
  const [missingOnly, setMissingOnly] = useState(false);
  const rows = translationRows(doc);
  const languages = completeness(doc, rows);
  const shown = languages.find(({ language }) => language === wanted) ?? languages[0];
  if (!shown) {
    return (
      <Notice
        small
        title={t("Speak your customers' languages")}
        actions={<AddLanguage onAdded={setWanted} />}
      >
        {t(
          "Add a language and translate the texts of this flow. Each contact gets it in their own language; what is not translated is said as you wrote it.",
        )}
      </Notice>
    );
  }
  return (
    <Stack gap="md">
      <LanguageCards languages={languages} shown={shown.language} onShow={setWanted} />
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <AddLanguage onAdded={setWanted} />
          <RemoveLanguage key={shown.language} language={shown.language} />
        </Group>
        <FileActions language={shown.language} />
      </Group>
      <Switch
        label={t("Only what is missing")}
        checked={missingOnly}
        onChange={(event) => setMissingOnly(event.currentTarget.checked)}
      />
      <TextTable rows={rows} language={shown.language} missingOnly={missingOnly} />
    </Stack>
  );
}
