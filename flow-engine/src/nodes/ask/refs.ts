/** What a question sets. */
import { NEXT_PORT, type Ref } from "../define-node.ts";
import type { AskData } from "./schema.ts";

/** Characters of the longest answer of a kind, as a text; absent: any length. */
const LONGEST: Readonly<Partial<Record<AskData["kind"], number>>> = {
  number: 24,
  email: 254,
  phone: 16,
  url: 2_048,
  date: 10,
  time: 5,
  "yes-no": 5,
  rating: 3,
};

export function askRefs(data: AskData): Ref[] {
  const { saveAs, contactField, kind } = data;
  return [
    ...(saveAs ? [sets(saveAs, longest(data))] : []),
    // A skipped choice leaves its name without an id.
    ...(saveAs && kind === "choice" && !data.skipWord
      ? [sets(`${saveAs}${data.several ? "_ids" : "_id"}`)]
      : []),
    ...(contactField ? [{ kind: "field" as const, name: contactField }] : []),
  ];
}

const sets = (name: string, maxLength?: number): Ref => ({
  kind: "sets",
  name,
  ports: [NEXT_PORT.id],
  ...(maxLength === undefined ? {} : { maxLength }),
});

function longest({ kind, max, options, several }: AskData): number | undefined {
  if (kind === "text") return max;
  if (kind !== "choice") return LONGEST[kind];
  const templated = options.some(({ title }) => title.includes("{"));
  return several || templated ? undefined : Math.max(0, ...options.map(({ title }) => title.length));
}
