/** Lays the traffic over the canvas and takes it away. */
import { Button } from "@mantine/core";
import { IconRoute } from "@tabler/icons-react";
import { t } from "../i18n/t.ts";
import type { TrafficView } from "./use-traffic.ts";

/** @param small without its word, where there is no room */
export function TrafficButton({ traffic, small }: { traffic: TrafficView; small: boolean }) {
  return (
    <Button
      variant={traffic.shown ? "light" : "subtle"}
      color={traffic.shown ? "mulberry" : "gray"}
      px={9}
      leftSection={<IconRoute size={18} stroke={1.8} aria-hidden />}
      styles={small ? { section: { marginInlineEnd: 0 } } : {}}
      aria-pressed={traffic.shown}
      aria-label={t("Traffic")}
      title={t("Where people are, and where they go")}
      onClick={traffic.toggle}
    >
      {small ? null : t("Traffic")}
    </Button>
  );
}
