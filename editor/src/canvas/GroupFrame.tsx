/** The frame of a group: its title carries all its steps, and is edited in place. */

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconBoxOff } from "@tabler/icons-react";
import type { NodeProps } from "@xyflow/react";
import { memo, useState } from "react";
import { GROUP_TITLE_MAX } from "../document/board.ts";
import { t } from "../i18n/t.ts";
import classes from "./Board.module.css";
import { ColorDots } from "./ColorDots.tsx";
import { FRAME_HANDLE, type FrameNode } from "./derive-board.ts";
import { useFlow } from "./flow-context.tsx";

export const GroupFrame = memo(function GroupFrame({ data: { group }, selected }: NodeProps<FrameNode>) {
  const run = useFlow((state) => state.run);
  const readOnly = useFlow((state) => state.readOnly);
  return (
    <section
      className={classes.frame}
      data-color={group.color}
      data-selected={selected || undefined}
      aria-label={t("Group {name}", { name: group.title })}
    >
      <header className={`${classes.frameHead} ${FRAME_HANDLE}`}>
        <FrameTitle id={group.id} title={group.title} />
        {selected && !readOnly && (
          <span className={`${classes.frameTools} nodrag`}>
            <ColorDots
              value={group.color}
              onChange={(color) => run({ type: "edit-group", args: { id: group.id, change: { color } } })}
            />
            <Tooltip label={t("Ungroup")}>
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={t("Ungroup")}
                onClick={() => run({ type: "ungroup", args: { id: group.id } })}
              >
                <IconBoxOff size={15} />
              </ActionIcon>
            </Tooltip>
          </span>
        )}
      </header>
    </section>
  );
});

function FrameTitle({ id, title }: { id: string; title: string }) {
  const run = useFlow((state) => state.run);
  const readOnly = useFlow((state) => state.readOnly);
  const [editing, setEditing] = useState(false);
  if (!editing) {
    return (
      <button
        type="button"
        className={classes.frameTitle}
        title={readOnly ? undefined : t("Double-click to rename")}
        onDoubleClick={() => setEditing(!readOnly)}
        onKeyDown={(event) => event.key === "F2" && setEditing(!readOnly)}
      >
        {title.trim() === "" ? t("Group") : title}
      </button>
    );
  }
  return (
    <input
      className={`${classes.frameInput} nodrag`}
      aria-label={t("Title of the group")}
      // biome-ignore lint/a11y/noAutofocus: it stands where the title was that was just asked to be edited
      autoFocus
      maxLength={GROUP_TITLE_MAX}
      value={title}
      onChange={(event) =>
        run({ type: "edit-group", args: { id, change: { title: event.currentTarget.value } } })
      }
      onBlur={() => setEditing(false)}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === "Escape") setEditing(false);
      }}
    />
  );
}
