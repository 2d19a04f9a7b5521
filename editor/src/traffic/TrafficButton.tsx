/** Lays the traffic over the canvas and takes it away. */
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconRoute } from "@tabler/icons-react";
import { t } from "../i18n/t.ts";
import type { TrafficView } from "./use-traffic.ts";

/** Under this the bar has no room for its word. */
const SMALL = "(max-width: 1279px)";

export function TrafficButton({ traffic }: { traffic: TrafficView }) {
  const small = useMediaQuery(SMALL, undefined, { getInitialValueInEffect: false }) ?? false;
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
