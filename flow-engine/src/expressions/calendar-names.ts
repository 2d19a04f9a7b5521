/** Names of months and days as data: the ones of `Intl` differ between machines, and a step must not. */
import { foldText } from "../triggers/normalize.ts";

interface CalendarNames {
  months: readonly string[];
  /** From Sunday. */
  days: readonly string[];
}

const names = (months: string, days: string): CalendarNames => ({
  months: months.split(" "),
  days: days.split(" "),
});

const ENGLISH = names(
  "January February March April May June July August September October November December",
  "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
);

const BY_LANGUAGE: Readonly<Record<string, CalendarNames>> = {
  en: ENGLISH,
  es: names(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "domingo lunes martes miércoles jueves viernes sábado",
  ),
  pt: names(
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado",
  ),
  fr: names(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "dimanche lundi mardi mercredi jeudi vendredi samedi",
  ),
  de: names(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag",
  ),
  it: names(
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "domenica lunedì martedì mercoledì giovedì venerdì sabato",
  ),
};

/** @param language BCP 47; English when its names are not here */
export function calendarNames(language: string): CalendarNames {
  const base = language.slice(0, 2).toLowerCase();
  return Object.hasOwn(BY_LANGUAGE, base) ? (BY_LANGUAGE[base] ?? ENGLISH) : ENGLISH;
}

/** Letters of a short name, as in `mon` and `ene`. */
const SHORT = 3;

/** Every folded name, whole and short, with its number; a short name of two things in two languages is none. */
function numbered(listOf: (names: CalendarNames) => readonly string[], numberAt: (at: number) => number) {
  const numbers = new Map<string, number | null>();
  const add = (word: string, number: number) => {
    numbers.set(word, (numbers.get(word) ?? number) === number ? number : null);
  };
  for (const language of Object.values(BY_LANGUAGE)) {
    for (const [at, name] of listOf(language).entries()) {
      const folded = foldText(name);
      // Portuguese says “segunda” for “segunda-feira”.
      for (const word of new Set([folded, folded.slice(0, SHORT), folded.replace("-feira", "")]))
        add(word, numberAt(at));
    }
  }
  return numbers;
}

const DAYS = numbered(
  ({ days }) => days,
  (at) => at || 7,
);
const MONTHS = numbered(
  ({ months }) => months,
  (at) => at + 1,
);

/** 1 (Monday) to 7 of a folded name or its first three letters, in any of the languages; null when it is no day. */
export const weekdayOf = (word: string): number | null => DAYS.get(word) ?? null;

/** 1 to 12 of a folded name, its first three letters, or a number; null when it is no month. */
export function monthOf(word: string): number | null {
  const number = /^\d{1,2}$/.test(word) ? Number(word) : 0;
  return number >= 1 && number <= 12 ? number : (MONTHS.get(word) ?? null);
}
