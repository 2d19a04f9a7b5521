/** The list of step types where a connection was let go: type a few letters, Enter takes the first. */

import type { NodeType } from "@hilo/flow-engine";
import { FocusTrap, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { t } from "../i18n/t.ts";
import type { ScreenPoint } from "./canvas-context.ts";
import { findTypes } from "./find-types.ts";
import classes from "./StepPicker.module.css";
import { StepTypeButton } from "./StepTypeButton.tsx";
import { useListKeys } from "./use-list-keys.ts";

const WIDTH = 276;
const HEIGHT = 380;
const MARGIN = 10;

interface StepPickerProps {
  title: string;
  at: ScreenPoint;
  onPick(type: NodeType): void;
  onClose(): void;
}

export function StepPicker({ title, at, onPick, onClose }: StepPickerProps) {
  const [search, setSearch] = useState("");
  const found = findTypes(search);
  const { active, reset, onKeyDown } = useListKeys(found, onPick, onClose);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from the keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it from the keyboard */}
      <div className={classes.veil} onClick={onClose} />
      <FocusTrap active>
        <div className={classes.picker} style={placeOf(at)} role="dialog" aria-label={title}>
          <div className={classes.search}>
            <TextInput
              size="xs"
              data-autofocus
              placeholder={`${title}…`}
              aria-label={t("Find a step")}
              leftSection={<IconSearch size={14} />}
              value={search}
              onChange={(event) => {
                setSearch(event.currentTarget.value);
                reset();
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div className={classes.list}>
            {found.map((type, i) => (
              <StepTypeButton key={type} type={type} onPick={onPick} described active={i === active} />
            ))}
            {found.length === 0 && <p className={classes.empty}>{t("No step is called that.")}</p>}
          </div>
        </div>
      </FocusTrap>
    </>
  );
}

/** Inside the window, whatever edge it was asked for at. */
function placeOf({ x, y }: ScreenPoint) {
  return {
    left: Math.max(MARGIN, Math.min(x, window.innerWidth - WIDTH - MARGIN)),
    top: Math.max(MARGIN, Math.min(y, window.innerHeight - HEIGHT - MARGIN)),
  };
}
