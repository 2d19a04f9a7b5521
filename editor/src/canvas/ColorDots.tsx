/** The colours of notes and groups, to choose from. */

import { BOARD_COLORS, type BoardColor } from "../document/board.ts";
import { t } from "../i18n/t.ts";
import classes from "./Board.module.css";

const NAMES: Record<BoardColor, string> = {
  // t:
  honey: "Yellow",
  leaf: "Green",
  sky: "Blue",
  rose: "Pink",
};

export function ColorDots({ value, onChange }: { value: BoardColor; onChange(color: BoardColor): void }) {
  return (
    <span className={classes.dots}>
      {BOARD_COLORS.map((color) => (
        <button
          key={color}
          type="button"
          className={classes.dot}
          data-color={color}
          aria-label={t(NAMES[color])}
          aria-pressed={color === value}
          onClick={() => onChange(color)}
        />
      ))}
    </span>
  );
}
