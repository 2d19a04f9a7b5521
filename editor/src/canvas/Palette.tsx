/** The steps a flow is made of: drag one onto the canvas, or click to add it after what is selected. */

import type { NodeType } from "@hilo/flow-engine";
import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { t } from "../i18n/t.ts";
import { NODE_UI } from "../nodes/index.ts";
import { GROUP_TITLES, NODE_GROUPS } from "../nodes/node-ui.ts";
import { findTypes } from "./find-types.ts";
import classes from "./Palette.module.css";
import { StepTypeButton } from "./StepTypeButton.tsx";

export function Palette({ onAdd }: { onAdd(type: NodeType): void }) {
  const [search, setSearch] = useState("");
  const found = findTypes(search);
  return (
    <nav className={classes.palette} aria-label={t("Steps to add")}>
      <div className={classes.search}>
        <TextInput
          size="xs"
          type="search"
          placeholder={t("Find a step")}
          aria-label={t("Find a step")}
          leftSection={<IconSearch size={14} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === "Enter" && first) onAdd(first);
          }}
        />
      </div>
      <div className={classes.groups}>
        {NODE_GROUPS.map((group) => {
          const types = found.filter((type) => NODE_UI[type].group === group);
          if (types.length === 0) return null;
          return (
            <section key={group}>
              <h2 className={classes.group}>{t(GROUP_TITLES[group])}</h2>
              {types.map((type) => (
                <StepTypeButton key={type} type={type} onPick={onAdd} draggable />
              ))}
            </section>
          );
        })}
        {found.length === 0 && <p className={classes.empty}>{t("No step is called that.")}</p>}
      </div>
    </nav>
  );
}
