/** Which tags go on and off. */

import { TagsInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_TAGS = 20;
const MAX_CHARS = 60;

export function Form({ data, onChange }: FormProps<NodeData<"tag">>) {
  return (
    <>
      <TagsInput
        label={t("Put on")}
        placeholder={t("Type a tag, then Enter")}
        maxTags={MAX_TAGS}
        value={data.add}
        onChange={(add) => onChange({ ...data, add: sound(add) })}
      />
      <TagsInput
        label={t("Take off")}
        placeholder={t("Type a tag, then Enter")}
        maxTags={MAX_TAGS}
        value={data.remove}
        onChange={(remove) => onChange({ ...data, remove: sound(remove) })}
      />
    </>
  );
}

function sound(tags: readonly string[]): string[] {
  return tags.map((tag) => tag.trim().slice(0, MAX_CHARS)).filter((tag) => tag !== "");
}
