/** What is done with the whole flow now and then: its translations, and the flow as a file. */

import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconDownload, IconLanguage } from "@tabler/icons-react";
import { useState } from "react";
import { useFlowStore } from "../canvas/flow-context.tsx";
import { t } from "../i18n/t.ts";
import { fileName, saveFile } from "../shell/save-file.ts";
import { TranslationsDialog } from "../translations/TranslationsDialog.tsx";

export function FlowMenu() {
  const store = useFlowStore();
  const [translating, setTranslating] = useState(false);
  const exportFlow = () => {
    const doc = store.getState().history.present;
    const text = `${JSON.stringify(doc, null, 2)}\n`;
    saveFile({ name: `${fileName(doc.name)}.json`, type: "application/json", text });
  };
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={34} aria-label={t("More for this flow")}>
            <IconDots size={19} stroke={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconLanguage size={16} aria-hidden />}
            onClick={() => setTranslating(true)}
          >
            {t("Translations…")}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={exportFlow}>
            {t("Export as a file")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <TranslationsDialog opened={translating} onClose={() => setTranslating(false)} />
    </>
  );
}
