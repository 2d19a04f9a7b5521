/** A list of the flow's steps to choose from by typing: for finding one, and for leading to one. */

import { FocusTrap, TextInput, UnstyledButton } from "@mantine/core";
import { IconNote, IconSearch } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { t } from "../i18n/t.ts";
import { nodeUi } from "../nodes/index.ts";
import classes from "./Finder.module.css";
import type { FoundStep } from "./find-steps.ts";
import { useListKeys } from "./use-list-keys.ts";

interface FinderProps {
  title: string;
  placeholder: string;
  /** Above the field. */
  children?: ReactNode;
  find(search: string): FoundStep[];
  onPick(id: string): void;
  onClose(): void;
}

export function Finder({ title, placeholder, children, find, onPick, onClose }: FinderProps) {
  const [search, setSearch] = useState("");
  const found = find(search).slice(0, 60);
  const { active, reset, onKeyDown } = useListKeys(found, ({ id }) => onPick(id), onClose);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from the keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it from the keyboard */}
      <div className={classes.veil} onClick={onClose} />
      <FocusTrap active>
        <div className={classes.finder} role="dialog" aria-label={title} onKeyDown={onKeyDown}>
          {children}
          <TextInput
            data-autofocus
            placeholder={placeholder}
            aria-label={placeholder}
            leftSection={<IconSearch size={15} />}
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              reset();
            }}
          />
          <div className={classes.list}>
            {found.map((step, i) => (
              <FoundRow key={step.id} step={step} active={i === active} onPick={onPick} />
            ))}
            {found.length === 0 && <p className={classes.empty}>{t("Nothing in this flow says that.")}</p>}
          </div>
        </div>
      </FocusTrap>
    </>
  );
}

interface FoundRowProps {
  step: FoundStep;
  active: boolean;
  onPick(id: string): void;
}

function FoundRow({ step, active, onPick }: FoundRowProps) {
  const ui = step.type === null ? null : nodeUi(step.type);
  const Icon = ui?.icon ?? IconNote;
  return (
    <UnstyledButton
      className={classes.row}
      data-active={active || undefined}
      data-group={ui?.group}
      ref={(element) => {
        if (active) element?.scrollIntoView?.({ block: "nearest" });
      }}
      onClick={() => onPick(step.id)}
    >
      <Icon size={17} stroke={1.8} aria-hidden />
      <span className={classes.title}>{step.title}</span>
      <span className={classes.excerpt}>{step.excerpt}</span>
    </UnstyledButton>
  );
}
