/** RapidPro's functions that a filter can do. Each gets its arguments after the first; null: not with these. */

type Filter = (args: readonly string[]) => string | null;

const plain =
  (filter: string): Filter =>
  () =>
    filter;
const withOne =
  (filter: string): Filter =>
  ([one]) =>
    one === undefined ? null : `${filter}: ${one}`;

/** RapidPro writes dates by YYYY MM DD hh mm, `tt` for minutes; strftime has a letter for each. */
const DATE_PARTS: Readonly<Record<string, string>> = {
  YYYY: "%Y",
  YY: "%y",
  MMMM: "%B",
  MMM: "%b",
  MM: "%m",
  M: "%-m",
  DD: "%d",
  D: "%-d",
  EEEE: "%A",
  EEE: "%a",
  hh: "%I",
  tt: "%H",
  mm: "%M",
  ss: "%S",
  aa: "%P",
  AA: "%p",
};

function strftime(format: string): string {
  return format.replace(
    /YYYY|YY|MMMM|MMM|MM|M|DD|D|EEEE|EEE|hh|tt|mm|ss|aa|AA/g,
    (part) => DATE_PARTS[part] ?? part,
  );
}

const date =
  (usual: string): Filter =>
  ([format]) =>
    `date: ${format === undefined ? `"${usual}"` : strftime(format)}`;

export const FILTERS: Readonly<Record<string, Filter>> = {
  upper: plain("upcase"),
  lower: plain("downcase"),
  title: plain("capitalize"),
  proper: plain("capitalize"),
  clean: plain("strip"),
  trim: plain("strip"),
  text: plain("append: ''"),
  abs: plain("abs"),
  count: plain("size"),
  length: plain("size"),
  text_length: plain("size"),
  word_count: plain("number_of_words"),
  first_word: plain("split: ' ' | first"),
  url_encode: plain("url_encode"),
  json: plain("json"),
  round_up: plain("ceil"),
  round_down: plain("floor"),
  reverse: plain("reverse"),
  unique: plain("uniq"),
  default: withOne("default"),
  split: withOne("split"),
  join: withOne("join"),
  mod: withOne("modulo"),
  max: withOne("at_least"),
  min: withOne("at_most"),
  round: ([places = "0"]) => `round: ${places}`,
  format_number: ([places = "0"]) => `round: ${places}`,
  replace: ([from, to]) => (from === undefined || to === undefined ? null : `replace: ${from}, ${to}`),
  word: ([at]) => (at === "0" ? "split: ' ' | first" : null),
  format_date: date("%d-%m-%Y"),
  format_datetime: date("%d-%m-%Y %H:%M"),
  format_time: date("%H:%M"),
  date: date("%Y-%m-%d"),
};
