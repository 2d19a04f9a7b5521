/** Names of months and days as data: the ones of `Intl` differ between machines, and a step must not. */

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
