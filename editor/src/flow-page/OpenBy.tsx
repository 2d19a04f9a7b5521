/** Who else has this flow open: their initials in the bar, and a word in the form of the step they are at. */

import { Avatar, Tooltip } from "@mantine/core";
import { createContext, useContext } from "react";
import type { Presence } from "../api/live.tsx";
import { t } from "../i18n/t.ts";
import { InitialsAvatar } from "../shell/InitialsAvatar.tsx";
import classes from "./FlowPage.module.css";

const PeopleContext = createContext<readonly Presence[]>([]);
export const PeopleProvider = PeopleContext.Provider;

/** More are counted. */
const SHOWN = 4;

export function OpenBy() {
  const people = useContext(PeopleContext);
  if (people.length === 0) return null;
  const left = people.length - SHOWN;
  return (
    <Avatar.Group spacing={6} aria-label={t("Also open by")}>
      {people.slice(0, SHOWN).map(({ id, name }) => (
        <Tooltip key={id} label={t("{name} has this flow open too", { name })}>
          <InitialsAvatar
            id={id}
            name={name}
            size={28}
            role="img"
            aria-label={t("{name} has this flow open too", { name })}
          />
        </Tooltip>
      ))}
      {left > 0 && <Avatar size={28} radius="xl">{`+${left}`}</Avatar>}
    </Avatar.Group>
  );
}

export function AlsoHere({ nodeId }: { nodeId: string }) {
  const names = useContext(PeopleContext)
    .filter((person) => person.nodeId === nodeId)
    .map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <p className={classes.alsoHere} role="status">
      {t("Also open at this step: {names}. What both of you write is joined.", { names: names.join(", ") })}
    </p>
  );
}
