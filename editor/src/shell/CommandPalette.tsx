/** ⌘K on every page: goes anywhere, opens any flow, and does what the page shown can do. */

import { Kbd } from "@mantine/core";
import { Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconChecklist, IconSearch, IconSitemap } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { flowsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import type { Place } from "./AppFrame.tsx";
import { type PaletteCommand, registeredCommands } from "./commands.ts";

/** More would not be looked through. */
const SHOWN = 60;

export function CommandPalette({ places }: { places: readonly Place[] }) {
  const [commands, setCommands] = useState<readonly PaletteCommand[]>([]);
  const [opened, setOpened] = useState(false);
  const navigate = useNavigate();
  const { data } = useInfiniteQuery({ ...flowsQuery, enabled: opened });
  const pages = places.map(({ to, label, icon }) => ({
    id: `page ${to}`,
    title: t(label),
    group: t("Go to"),
    icon,
    run: () => void navigate(to),
  }));
  const tests = {
    id: "all-tests",
    title: t("Run all tests"),
    group: t("Flows"),
    icon: IconChecklist,
    run: () => void navigate("/flows?tests=all"),
  };
  const others = (data?.pages.flatMap((page) => page.items) ?? []).map(({ id, name }) => ({
    id: `flow ${id}`,
    title: name,
    group: t("Open a flow"),
    icon: IconSitemap,
    run: () => void navigate(`/flows/${id}`),
  }));
  return (
    <Spotlight
      shortcut="mod + K"
      onSpotlightOpen={() => {
        setOpened(true);
        setCommands(registeredCommands());
      }}
      scrollable
      maxHeight={440}
      limit={SHOWN}
      nothingFound={t("Nothing is called that.")}
      searchProps={{ placeholder: t("What would you like to do?"), leftSection: <IconSearch size={18} /> }}
      actions={grouped([...commands, ...pages, tests, ...others])}
    />
  );
}

function grouped(commands: readonly PaletteCommand[]): SpotlightActionGroupData[] {
  const groups = new Map<string, SpotlightActionGroupData["actions"]>();
  for (const { id, title, group, keywords, icon: Icon, keys, run } of commands) {
    const action = {
      id,
      label: title,
      ...(keywords !== undefined && { keywords }),
      ...(Icon && { leftSection: <Icon size={18} stroke={1.7} aria-hidden /> }),
      ...(keys && { rightSection: <Kbd>{keys.join(" ")}</Kbd> }),
      onClick: run,
    };
    groups.set(group, [...(groups.get(group) ?? []), action]);
  }
  return [...groups].map(([group, actions]) => ({ group, actions }));
}
