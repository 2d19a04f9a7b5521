/** Which tags go on and off. */
import { TagsInput } from "@mantine/core";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_TAGS = 20;
const MAX_CHARS = 60;

export function Form({ data, onChange }: FormProps<NodeData<"tag">>) {
  return (
    <>
      <TagsInput
        label="Put on"
        placeholder="Type a tag, then Enter"
        maxTags={MAX_TAGS}
        value={data.add}
        onChange={(add) => onChange({ ...data, add: sound(add) })}
      />
      <TagsInput
        label="Take off"
        placeholder="Type a tag, then Enter"
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
