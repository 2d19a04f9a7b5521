/** The sheet that a list message opens at the bottom of the phone: sections, rows, one to choose. */

import type { MessageContent } from "@hilo/flow-engine";
import { FocusTrap } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type KeyboardEvent, useId, useState } from "react";
import { t } from "../../i18n/t.ts";
import styles from "./ListSheet.module.css";

export type ListContent = Extract<MessageContent, { type: "list" }>;
export type ListRow = ListContent["sections"][number]["rows"][number];

export interface ListSheetProps {
  list: ListContent;
  /** Without it the rows can be read, not chosen. */
  onChoose?: ((row: ListRow) => void) | undefined;
  onClose: () => void;
}

export function ListSheet({ list, onChoose, onClose }: ListSheetProps) {
  const [chosen, setChosen] = useState<ListRow | null>(null);
  const name = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the veil closes on a click; the keyboard has Escape and the button
    <div className={styles.veil} onClick={onClose} onKeyDown={onKeyDown}>
      <FocusTrap>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: stops the veil's click, does nothing itself */}
        <div
          className={styles.sheet}
          role="dialog"
          aria-modal
          aria-label={list.button}
          onClick={(event) => event.stopPropagation()}
        >
          <header className={styles.top}>
            <button type="button" className={styles.close} aria-label={t("Close")} onClick={onClose}>
              <IconX size={20} aria-hidden />
            </button>
            <h3 className={styles.title}>{list.button}</h3>
          </header>
          <div className={styles.rows}>
            {list.sections.map((section, at) => (
              <section key={section.rows[0]?.id ?? at} className={styles.section} aria-label={section.title}>
                {section.title && <h4 className={styles.legend}>{section.title}</h4>}
                {section.rows.map((row) => (
                  <Row
                    key={row.id}
                    row={row}
                    group={name}
                    chosen={chosen?.id === row.id}
                    onChoose={onChoose && (() => setChosen(row))}
                  />
                ))}
              </section>
            ))}
          </div>
          {onChoose && (
            <button
              type="button"
              className={styles.send}
              disabled={!chosen}
              onClick={() => chosen && onChoose(chosen)}
            >
              {t("Send")}
            </button>
          )}
        </div>
      </FocusTrap>
    </div>
  );
}

interface RowProps {
  row: ListRow;
  /** Name of the radio group. */
  group: string;
  chosen: boolean;
  onChoose: (() => void) | undefined;
}

function Row({ row, group, chosen, onChoose }: RowProps) {
  const words = (
    <span className={styles.words}>
      <span className={styles.rowTitle}>{row.title}</span>
      {row.description && <span className={styles.description}>{row.description}</span>}
    </span>
  );
  if (!onChoose) return <div className={styles.row}>{words}</div>;
  return (
    <label className={styles.row} data-choice>
      {words}
      <input type="radio" name={group} checked={chosen} onChange={onChoose} />
    </label>
  );
}
