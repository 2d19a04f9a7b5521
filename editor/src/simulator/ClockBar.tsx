/** The simulated person's time, and ways to let it pass. Nobody else's clock moves. */
import { Button, Menu } from "@mantine/core";
import { IconCalendarTime, IconClock, IconHourglass, IconPlayerTrackNext } from "@tabler/icons-react";
import { useState } from "react";
import { t } from "../i18n/t.ts";
import { dayAndTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import { MomentDialog } from "./MomentDialog.tsx";
import styles from "./RunLog.module.css";
import { aheadInUnits } from "./simulated-clock.ts";

export type ClockTarget = { bySeconds: number } | { to: string } | "next-timer";

interface ClockBarProps {
  aheadS: number;
  moving: boolean;
  onMove: (target: ClockTarget) => void;
}

const HOUR_S = 3_600;
const DAY_S = 86_400;

export function ClockBar({ aheadS, moving, onMove }: ClockBarProps) {
  const now = useNow(5_000);
  const [choosing, setChoosing] = useState(false);
  const at = new Date(now.getTime() + aheadS * 1_000);
  const ahead = aheadInUnits(aheadS);
  return (
    <div className={styles.clock}>
      <IconClock size={15} aria-hidden />
      <time dateTime={at.toISOString()} title={t("Time of the simulated person")}>
        {dayAndTime(at.toISOString())}
      </time>
      {ahead && <span className={styles.ahead}>{ahead}</span>}
      <Menu position="top-end" shadow="md" radius="md" withinPortal>
        <Menu.Target>
          <Button size="compact-xs" variant="light" loading={moving} ml="auto">
            {t("Let time pass")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
            onClick={() => onMove("next-timer")}
          >
            {t("Until the next wait is over")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconHourglass size={16} aria-hidden />}
            onClick={() => onMove({ bySeconds: HOUR_S })}
          >
            {t("An hour")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconHourglass size={16} aria-hidden />}
            onClick={() => onMove({ bySeconds: DAY_S })}
          >
            {t("A day")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCalendarTime size={16} aria-hidden />}
            onClick={() => setChoosing(true)}
          >
            {t("Until a moment…")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {choosing && (
        <MomentDialog
          from={at}
          onChoose={(to) => {
            setChoosing(false);
            onMove({ to });
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
