/** On every page, while a channel can't send: which one, what waits, and the way to mend it. */

import { Button } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "react-router";
import { channelsQuery } from "../api/queries.ts";
import { locale, t } from "../i18n/t.ts";
import { channelName } from "../shell/stored-names.ts";
import styles from "./HeldBanner.module.css";

/** Nobody tells the browser when a token ends: asked again now and then. */
const LOOK_EVERY_MS = 60_000;

export function HeldBanner() {
  const channels = useQuery({ ...channelsQuery, refetchInterval: LOOK_EVERY_MS });
  const { pathname } = useLocation();
  const held = channels.data?.items.filter(({ state }) => state === "reauthorize") ?? [];
  if (held.length === 0) return null;
  const waiting = held.reduce((sum, { heldMessages }) => sum + heldMessages, 0);
  const names = new Intl.ListFormat(locale()).format(held.map((channel) => `“${channelName(channel)}”`));
  return (
    <div className={styles.banner} role="alert">
      <IconPlugConnectedX size={19} aria-hidden />
      <p className={styles.words}>
        {t("{names} can't send: Meta wants a new token.", { names })} {waitingWords(waiting)}
      </p>
      {pathname !== "/channels" && (
        <Button component={Link} to="/channels" size="compact-sm" variant="white" color="dark">
          {t("Mend it")}
        </Button>
      )}
    </div>
  );
}

function waitingWords(count: number): string {
  if (count === 0) return "";
  if (count === 1) return t("One message waits and goes out as soon as there is one.");
  return t("{count} messages wait and go out as soon as there is one.", { count });
}
