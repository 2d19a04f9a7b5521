/** A sticky note on the canvas: for people, never for customers. */

import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { type NodeProps, NodeResizeControl } from "@xyflow/react";
import { memo, useEffect, useRef } from "react";
import { STICKY_TEXT_MAX } from "../document/board.ts";
import { t } from "../i18n/t.ts";
import classes from "./Board.module.css";
import { ColorDots } from "./ColorDots.tsx";
import type { StickyNode } from "./derive-board.ts";
import { useFlow } from "./flow-context.tsx";

const SMALLEST = { width: 120, height: 70 };

export const StickyCard = memo(function StickyCard({ id, data, selected }: NodeProps<StickyNode>) {
  const { text, color } = data.sticky;
  const run = useFlow((state) => state.run);
  const readOnly = useFlow((state) => state.readOnly);
  const input = useRef<HTMLTextAreaElement>(null);
  // A note just made is empty and selected: the next thing is to write on it.
  useEffect(() => {
    if (selected && input.current?.value === "") input.current.focus();
  }, [selected]);
  return (
    <div className={classes.sticky} data-color={color} data-selected={selected || undefined}>
      <textarea
        ref={input}
        className={`${classes.stickyText} ${selected ? "nodrag nowheel" : ""}`}
        aria-label={t("Note")}
        placeholder={t("A note for your colleagues")}
        readOnly={readOnly}
        tabIndex={selected ? 0 : -1}
        maxLength={STICKY_TEXT_MAX}
        value={text}
        onChange={(event) =>
          run({ type: "edit-sticky", args: { id, change: { text: event.currentTarget.value } } })
        }
      />
      {selected && !readOnly && (
        <>
          <span className={`${classes.stickyTools} nodrag`}>
            <ColorDots
              value={color}
              onChange={(next) => run({ type: "edit-sticky", args: { id, change: { color: next } } })}
            />
            <ActionIcon
              size={24}
              variant="subtle"
              color="gray"
              aria-label={t("Delete this note")}
              onClick={() => run({ type: "remove", args: { nodeIds: [id] } })}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </span>
          <NodeResizeControl
            position="bottom-right"
            className={classes.resize ?? ""}
            minWidth={SMALLEST.width}
            minHeight={SMALLEST.height}
            onResizeEnd={(_, { width, height }) =>
              run({
                type: "edit-sticky",
                args: { id, change: { width: Math.round(width), height: Math.round(height) } },
              })
            }
          />
        </>
      )}
    </div>
  );
});
