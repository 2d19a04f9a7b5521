// Which statements of a migration would break the version before it, which may still run beside the new one: what is
// taken away, renamed or newly demanded in tables that are in use. A migration that has to do so comes a release after
// the one that stopped needing it, and says so: `-- contract: why nobody needs it any more`.

/** `-- contract: reason`, anywhere in the file, for all of the file. */
const MARK = /^--[ \t]*contract:[ \t]*\S/m;

/** What an older version can't work with, by the words a statement has. */
const BREAKING = [
  [/^drop table/, "drops a table"],
  [/^drop (?:view|type|function|schema|sequence)/, "drops what statements may name"],
  [/^truncate/, "empties a table"],
  [/^alter table .* rename/, "renames"],
  [/^alter (?:type|view|sequence|index) .* rename/, "renames"],
  [/\bdrop column\b/, "drops a column"],
  [/\balter column \S+ (?:set data )?type\b/, "changes a column's type"],
  [/\balter column \S+ set not null\b/, "demands a value of a column"],
  [/\balter column \S+ drop default\b/, "takes a default away"],
  [/\badd (?:constraint \S+ )?(?:check|unique|foreign key|primary key)\b/, "demands more of rows"],
];

/** @param sql one migration @param known what was made before: tables, and indexes that forbid doubles @returns one sentence for each breach */
export function breachesOf(sql, known) {
  if (MARK.test(sql)) return [];
  const made = new Set();
  return statementsOf(sql).flatMap((statement) => {
    const table = /^create table (?:if not exists )?(\S+)/.exec(statement)?.[1];
    if (table) made.add(table);
    const on = /^alter table (?:if exists )?(?:only )?(\S+)/.exec(statement)?.[1];
    if (on && made.has(on)) return [];
    const what =
      BREAKING.find(([pattern]) => pattern.test(statement))?.[1] ?? unlisted(statement, made, known);
    return what ? [`${what}: ${statement.slice(0, 120)}`] : [];
  });
}

function unlisted(statement, made, known) {
  const added = statement.split(/\badd column\b/).slice(1);
  if (added.some((column) => /\bnot null\b/.test(column) && !/\bdefault\b|\bgenerated\b/.test(column)))
    return "adds a column that has to be filled in, without a default";
  const unique = /^create unique index \S+ on (\S+?)\s*\(/.exec(statement)?.[1];
  if (unique && !made.has(unique)) return "forbids doubles in a table in use";
  const dropped = /^drop index (?:if exists )?(\S+)/.exec(statement)?.[1];
  // An older version may name it in ON CONFLICT.
  return dropped && known.uniqueIndexes.has(dropped) ? "drops an index that forbids doubles" : undefined;
}

/** @returns the names of indexes that forbid doubles, after these migrations */
export function uniqueIndexesOf(migrations) {
  const names = new Set();
  for (const sql of migrations)
    for (const statement of statementsOf(sql)) {
      const name = /^create unique index (?:if not exists )?(\S+)/.exec(statement)?.[1];
      if (name) names.add(name);
    }
  return names;
}

/** In small letters, without comments, quotes of names, and superfluous white space. Texts and bodies stay whole. */
function statementsOf(sql) {
  const statements = [""];
  for (const [token] of sql.matchAll(
    /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|;|\s+|[^\s;'$/-]+|./g,
  )) {
    if (token === ";") statements.push("");
    else if (/^(--|\/\*)/.test(token)) statements[statements.length - 1] += " ";
    else
      statements[statements.length - 1] += /^['$]/.test(token)
        ? "?"
        : token.toLowerCase().replaceAll('"', "");
  }
  return statements
    .map((statement) => statement.replace(/\s+/g, " ").trim())
    .filter((statement) => statement !== "");
}
