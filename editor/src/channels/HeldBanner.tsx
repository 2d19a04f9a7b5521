/** On every page, while a channel can't send: which one, what waits, and the way to mend it. */
import { Button } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "react-router";
import { channelsQuery } from "../api/queries.ts";
import styles from "./HeldBanner.module.css";

/** Nobody tells the browser when a token ends: asked again now and then. */
const LOOK_EVERY_MS = 60_000;

export function HeldBanner() {
  const channels = useQuery({ ...channelsQuery, refetchInterval: LOOK_EVERY_MS });
  const { pathname } = useLocation();
  const held = channels.data?.items.filter(({ state }) => state === "reauthorize") ?? [];
  if (held.length === 0) return null;
  const waiting = held.reduce((sum, { heldMessages }) => sum + heldMessages, 0);
  const names = held.map(({ name }) => `“${name}”`).join(", ");
  return (
    <div className={styles.banner} role="alert">
      <IconPlugConnectedX size={19} aria-hidden />
      <p className={styles.words}>
        {names} can't send: Meta wants a new token. {waitingWords(waiting)}
      </p>
      {pathname !== "/channels" && (
        <Button component={Link} to="/channels" size="compact-sm" variant="white" color="dark">
          Mend it
        </Button>
      )}
    </div>
  );
}

function waitingWords(count: number): string {
  if (count === 0) return "";
  const messages = count === 1 ? "One message waits and goes" : `${count} messages wait and go`;
  return `${messages} out as soon as there is one.`;
}
