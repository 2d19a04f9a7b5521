/** Walking the list and reaching its search without the mouse, from anywhere on the page. */
import type { Conversation } from "@hilo/server/contract";
import { useHotkeys } from "@mantine/hooks";
import type { RefObject } from "react";
import { useLocation, useNavigate } from "react-router";

/** With Alt, so that they work while somebody writes and take no letter from assistive technology. */
export function useListKeys(
  rows: readonly Conversation[],
  openId: string | undefined,
  search: RefObject<HTMLInputElement | null>,
): void {
  const navigate = useNavigate();
  const { search: address } = useLocation();
  const go = (by: 1 | -1) => {
    const at = rows.findIndex(({ id }) => id === openId);
    const next = rows[at < 0 ? 0 : at + by];
    if (next) void navigate({ pathname: `/conversations/${next.id}`, search: address });
  };
  useHotkeys(
    [
      ["alt+ArrowDown", () => go(1)],
      ["alt+ArrowUp", () => go(-1)],
      ["alt+F", () => search.current?.focus(), { usePhysicalKeys: true }],
    ],
    [],
  );
}
