/** One section of a list: its title and its rows. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Stack } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { CountedInput } from "../fields/CountedInput.tsx";
import { ItemList } from "../fields/ItemList.tsx";
import { withOptional } from "../fields/optional.ts";
import type { NodeData } from "../node-ui.ts";

const LIMITS = CHANNEL_LIMITS.whatsapp.list;
export type Section = NodeData<"list">["sections"][number];

interface SectionFormProps {
  section: Section;
  index: number;
  /** A title is needed as soon as there is another section. */
  titled: boolean;
  onChange(section: Section): void;
  /** Id of the next row; absent when the list is full. */
  nextRowId: string | undefined;
}

export function SectionForm({ section, index, titled, onChange, nextRowId }: SectionFormProps) {
  return (
    <Stack gap={8}>
      {titled && (
        <CountedInput
          size="xs"
          placeholder={t("Title of the section")}
          aria-label={t("Title of section {number}", { number: index + 1 })}
          limit={LIMITS.sectionTitle}
          value={section.title ?? ""}
          onChange={(title) => onChange(withOptional(section, "title", title))}
        />
      )}
      <ItemList
        items={section.rows}
        onChange={(rows) => onChange({ ...section, rows })}
        add={nextRowId === undefined ? undefined : () => ({ id: nextRowId, title: "" })}
        addLabel={t("Add a row")}
        itemName={t("row")}
        min={1}
        keyOf={(row) => row.id}
      >
        {(row, change, i) => (
          <Stack gap={3} mb={4}>
            <CountedInput
              aria-label={t("Row {number}", { number: i + 1 })}
              placeholder={t("Row {number}", { number: i + 1 })}
              limit={LIMITS.rowTitle}
              value={row.title}
              onChange={(title) => change({ ...row, title })}
            />
            <CountedInput
              size="xs"
              aria-label={t("Description of row {number}", { number: i + 1 })}
              placeholder={t("Description, if it needs one")}
              limit={LIMITS.description}
              value={row.description ?? ""}
              onChange={(description) => change(withOptional(row, "description", description))}
            />
          </Stack>
        )}
      </ItemList>
    </Stack>
  );
}
