/** Over the canvas while its traffic is shown: of which time, how many runs that is, and what the signs mean. */
import { Button, SegmentedControl } from "@mantine/core";
import { IconDoorExit, IconFlagCheck, IconUser } from "@tabler/icons-react";
import { t, tCount } from "../i18n/t.ts";
import classes from "./Traffic.module.css";
import { PERIODS } from "./traffic-memory.ts";
import { countWords, periodWords } from "./traffic-words.ts";
import type { TrafficView } from "./use-traffic.ts";

export function TrafficBar({ traffic }: { traffic: TrafficView }) {
  return (
    <section className={classes.bar} aria-label={t("Traffic")}>
      <SegmentedControl
        size="xs"
        aria-label={t("Runs begun in the last")}
        value={`${traffic.days}`}
        onChange={(value) => traffic.setDays(PERIODS.find((days) => `${days}` === value) ?? traffic.days)}
        data={PERIODS.map((days) => ({ value: `${days}`, label: periodWords(days) }))}
      />
      <p className={classes.words} role="status">
        <Counted {...traffic} />
      </p>
      <ul className={classes.legend} aria-label={t("What the signs mean")}>
        <li>
          <IconUser size={14} stroke={2.2} aria-hidden /> {t("here now")}
        </li>
        <li>
          <IconDoorExit size={14} stroke={2} aria-hidden /> {t("ended early")}
        </li>
        <li>
          <IconFlagCheck size={14} stroke={2} aria-hidden /> {t("came to the end")}
        </li>
      </ul>
    </section>
  );
}

function Counted({ counted, error, retry }: Pick<TrafficView, "counted" | "error" | "retry">) {
  if (!counted && error)
    return (
      <>
        {t("It could not be counted.")}{" "}
        <Button size="compact-xs" variant="subtle" onClick={retry}>
          {t("Try again")}
        </Button>
      </>
    );
  if (!counted) return t("Counting…");
  if (counted.runs === 0 && counted.live === 0) return t("Nobody has been here in this time.");
  const runs = countWords(counted.runs);
  return (
    <>
      {counted.more
        ? t("The newest {runs} runs", { runs })
        : tCount(counted.runs, "1 run", "{runs} runs", { runs })}
      {" · "}
      <b>{t("{count} here now", { count: countWords(counted.live) })}</b>
    </>
  );
}
