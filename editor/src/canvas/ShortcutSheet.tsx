/** Every key of the canvas, on one sheet. */

import { Kbd, Modal } from "@mantine/core";
import { t } from "../i18n/t.ts";
import { keyNames } from "../shell/key-names.ts";
import { CANVAS_ACTIONS } from "./actions.ts";
import classes from "./ShortcutSheet.module.css";

const SECTIONS = ["Steps", "Edit", "Selection", "View"] as const;
const POINTER = [
  // t:
  ["Shift + drag", "Select everything in a box"],
  ["Ctrl or ⌘ + click", "Add to what is selected"],
  ["Drag from a dot", "Lead to another step, or add one"],
] as const;

export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={t("Keyboard shortcuts")} size={760}>
      <div className={classes.sheet}>
        {SECTIONS.map((section) => (
          <section key={section}>
            <h3 className={classes.section}>{t(section)}</h3>
            <dl className={classes.list}>
              {CANVAS_ACTIONS.filter((action) => action.section === section && action.keys.length > 0).map(
                ({ id, title, keys: [keys = ""] }) => (
                  <div key={id} className={classes.row}>
                    <dt>{t(title)}</dt>
                    <dd>
                      {keyNames(keys).map((name) => (
                        <Kbd key={name}>{name}</Kbd>
                      ))}
                    </dd>
                  </div>
                ),
              )}
            </dl>
          </section>
        ))}
        <section>
          <h3 className={classes.section}>{t("Mouse")}</h3>
          <dl className={classes.list}>
            {POINTER.map(([how, what]) => (
              <div key={how} className={classes.row}>
                <dt>{t(what)}</dt>
                <dd>{t(how)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  );
}
