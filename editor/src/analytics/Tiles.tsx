/** The numbers of the time, each beside the time before. */
import type { Overview } from "@hilo/server/contract";
import { Paper } from "@mantine/core";
import { locale, t } from "../i18n/t.ts";
import styles from "./Analytics.module.css";
import { changeOf, secondsInWords } from "./report.ts";

export function Tiles({ overview: { total, before, answers } }: { overview: Overview }) {
  const number = (value: number) => value.toLocaleString(locale());
  const answered = total.byBot + total.byPeople;
  const share = answered === 0 ? null : Math.round((total.byBot / answered) * 100);
  return (
    <dl className={styles.tiles}>
      <Tile
        name={t("People who wrote")}
        value={number(total.people)}
        change={changeOf(total.people, before.people)}
      />
      <Tile
        name={t("Messages from them")}
        value={number(total.received)}
        change={changeOf(total.received, before.received)}
      />
      <Tile
        name={t("Answers by the bot")}
        value={share === null ? "–" : `${share} %`}
        about={t("{bot} by the bot, {people} by people", {
          bot: number(total.byBot),
          people: number(total.byPeople),
        })}
      />
      <Tile
        name={t("Until a person answers")}
        value={answers.median === null ? "–" : secondsInWords(answers.median, locale())}
        about={
          answers.slow === null
            ? t("No person answered.")
            : t("nine of ten within {time}", { time: secondsInWords(answers.slow, locale()) })
        }
      />
      <Tile
        name={t("Not delivered")}
        value={number(total.failed)}
        about={total.failed === 0 ? t("Everything arrived.") : t("Why stands beside each message.")}
      />
    </dl>
  );
}

interface TileProps {
  name: string;
  value: string;
  /** In percent, beside the time before. */
  change?: number | null;
  about?: string;
}

function Tile({ name, value, change, about }: TileProps) {
  const beside =
    change === undefined || change === null
      ? undefined
      : t("{change} % beside the time before", { change: change > 0 ? `+${change}` : String(change) });
  return (
    <Paper withBorder className={styles.tile}>
      <dt>{name}</dt>
      <dd>{value}</dd>
      <dd className={styles.beside}>{about ?? beside ?? t("Nothing to compare with yet.")}</dd>
    </Paper>
  );
}
