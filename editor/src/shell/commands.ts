/** What the command palette offers beside the pages: each part of a page adds its own while it is shown. */
import type { Icon } from "@tabler/icons-react";
import { useEffect } from "react";
import { create } from "zustand";

export interface PaletteCommand {
  id: string;
  title: string;
  group: string;
  /** Other words people look for it by. */
  keywords?: string;
  icon?: Icon;
  /** As printed on the keyboard. */
  keys?: readonly string[];
  run(): void;
}

interface Registered {
  lists: ReadonlyMap<symbol, () => readonly PaletteCommand[]>;
}

const useRegistered = create<Registered>(() => ({ lists: new Map() }));

/** @param list asked each time the palette opens, so that it offers what can be done then */
export function usePaletteCommands(list: () => readonly PaletteCommand[]): void {
  useEffect(() => {
    const key = Symbol("commands");
    useRegistered.setState(({ lists }) => ({ lists: new Map(lists).set(key, list) }));
    return () =>
      useRegistered.setState(({ lists }) => {
        const left = new Map(lists);
        left.delete(key);
        return { lists: left };
      });
  }, [list]);
}

export function registeredCommands(): PaletteCommand[] {
  return [...useRegistered.getState().lists.values()].flatMap((list) => list());
}
