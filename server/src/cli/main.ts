/** The `hilo` command. Exit 0: fine, 1: problems were found, 2: wrong usage. */
import { UsageError } from "./usage.ts";

const USAGE = `hilo <command>

  serve                                   start the server (as npm start does)
  setup --email E --password P [--name N] [--json]
                                          make the owner, print an API key
  api-key create [--role R] [--name N] [--json]
                                          print a new API key (owner, admin, editor, agent, viewer)
  check FLOW.json … [--hints] [--json]    problems of flows, by step
  play FLOW.json [CALLED.json …] [--platform P] [--name N] [--language L] [--time-zone Z]
                                          chat with a flow here
  test [DIR]                              play every transcript below DIR (examples)
  import typebot|rapidpro FILE [--out FLOW.json|DIR/] [--force] [--json]
                                          a flow out of another product's export, with a report
  keys rotate                             encrypt all secrets anew under the newest ENCRYPTION_KEY
  after-restore                           before the first start on a restored backup: nothing is sent twice
`;

type Command = (args: string[]) => Promise<number>;

/** Loaded when asked for: checking a flow must not load a database driver. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  serve: async () => (await import("./serve.ts")).serveCommand,
  setup: async () => (await import("./setup.ts")).setupCommand,
  "api-key": async () => (await import("./api-key.ts")).apiKeyCommand,
  check: async () => (await import("./check.ts")).checkCommand,
  play: async () => (await import("./play.ts")).playCommand,
  test: async () => (await import("./test.ts")).testCommand,
  import: async () => (await import("./import.ts")).importCommand,
  keys: async () => (await import("./keys.ts")).keysCommand,
  "after-restore": async () => (await import("./after-restore.ts")).afterRestoreCommand,
};

async function main(argv: string[]): Promise<number> {
  const [name = "", ...args] = argv;
  if (name === "" || name === "help" || name === "--help" || name === "-h") {
    console.log(USAGE);
    return name === "" ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`There is no command "${name}".`);
  return (await command())(args);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    const usage = error instanceof UsageError || isParseArgsError(error);
    console.error(error instanceof Error ? error.message : String(error));
    if (usage) console.error(`\n${USAGE}`);
    process.exitCode = usage ? 2 : 1;
  },
);

function isParseArgsError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
