/** The approved templates of the workspace's numbers, to choose from instead of copying them by hand. */

import type { MessageTemplate } from "@hilo/server/contract";
import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { sendableTemplatesQuery } from "../../api/queries.ts";
import { deliveryWords } from "../../channels/delivery-words.ts";
import { t } from "../../i18n/t.ts";
import { Hint } from "../../shell/Hint.tsx";

interface TemplatePickerProps {
  name: string;
  language: string;
  onPick(template: MessageTemplate): void;
}

export function TemplatePicker({ name, language, onPick }: TemplatePickerProps) {
  const items = useQuery(sendableTemplatesQuery).data?.items ?? [];
  // Numbers of one account have the same templates.
  const distinct = [...new Map(items.map((template) => [keyOf(template), template])).values()];
  if (distinct.length === 0) return null;
  const chosen = distinct.find((template) => template.name === name && template.language === language);
  return (
    <>
      <Select
        label={t("Approved templates")}
        placeholder={t("Choose one")}
        searchable
        data={distinct.map((template) => ({ value: keyOf(template), label: keyOf(template) }))}
        value={chosen ? keyOf(chosen) : null}
        onChange={(key) => {
          const template = distinct.find((one) => keyOf(one) === key);
          if (template) onPick(template);
        }}
      />
      {name !== "" && language !== "" && !chosen && (
        <Hint tone="warn">
          {t("Meta has approved no template of this name in this language, as far as Hilo was told.")}
        </Hint>
      )}
      {chosen?.problem && <Hint tone="warn">{deliveryWords(chosen.problem)}</Hint>}
    </>
  );
}

const keyOf = (template: Pick<MessageTemplate, "name" | "language">) =>
  `${template.name} · ${template.language}`;
