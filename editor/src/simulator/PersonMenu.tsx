/** Who writes: one of those played before, somebody new, and what language they speak. */
import { Menu, UnstyledButton } from "@mantine/core";
import {
  IconCheck,
  IconChevronDown,
  IconLanguage,
  IconPencil,
  IconUser,
  IconUserPlus,
} from "@tabler/icons-react";
import { useState } from "react";
import { languageName } from "../i18n/language-name.ts";
import { t } from "../i18n/t.ts";
import { PersonDialog } from "./PersonDialog.tsx";
import type { SimulatedPerson } from "./phone-memory.ts";
import styles from "./SimulatorPanel.module.css";
import { somebody } from "./somebody.ts";

export interface PersonMenuProps {
  person: SimulatedPerson | null;
  /** Played before, the last one first. */
  people: readonly SimulatedPerson[];
  onTake: (person: SimulatedPerson) => void;
}

/** Others are in the dialog. */
const LANGUAGES = ["en", "es", "pt"];

export function PersonMenu({ person, people, onTake }: PersonMenuProps) {
  const [editing, setEditing] = useState<SimulatedPerson | null>(null);
  const language = person?.language ?? null;
  const tongues = language === null || LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES];
  return (
    <>
      <Menu position="bottom-start" shadow="md" radius="md" width={260} withinPortal>
        <Menu.Target>
          <UnstyledButton className={styles.who}>
            <span className={styles.whoTitle}>{t("Simulator")}</span>
            <span className={styles.whoName}>
              <span>
                {t("as {name}", { name: person?.name ?? "…" })}
                {language && ` · ${language}`}
              </span>
              <IconChevronDown size={13} aria-hidden />
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: "auto" }}>
          {people.length > 1 && <Menu.Label>{t("Who is writing?")}</Menu.Label>}
          {people.length > 1 &&
            people.map((one) => (
              <Menu.Item
                key={one.phone}
                leftSection={<IconUser size={16} aria-hidden />}
                rightSection={one.phone === person?.phone && <IconCheck size={15} aria-label={t("Chosen")} />}
                onClick={() => onTake(one)}
              >
                {one.name} <span className={styles.number}>+{one.phone}</span>
              </Menu.Item>
            ))}
          <Menu.Item
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={() => onTake(somebody(Math.random))}
          >
            {t("Another customer")}
          </Menu.Item>
          {person && (
            <>
              <Menu.Item
                leftSection={<IconPencil size={16} aria-hidden />}
                onClick={() => setEditing(person)}
              >
                {t("Name, number, tags, fields…")}
              </Menu.Item>
              <Menu.Label>{t("Language")}</Menu.Label>
              {tongues.map((tag) => (
                <Menu.Item
                  key={tag}
                  leftSection={<IconLanguage size={16} aria-hidden />}
                  rightSection={tag === language && <IconCheck size={15} aria-label={t("Chosen")} />}
                  onClick={() => onTake({ ...person, language: tag })}
                >
                  {languageName(tag)}
                </Menu.Item>
              ))}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {editing && (
        <PersonDialog
          person={editing}
          onClose={() => setEditing(null)}
          onSave={(changed) => {
            setEditing(null);
            onTake(changed);
          }}
        />
      )}
    </>
  );
}
