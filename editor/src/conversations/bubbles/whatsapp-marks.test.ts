/** WhatsApp's marks as a tree. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type MarkedText, parseMarks } from "./whatsapp-marks.ts";

const text = (words: string): MarkedText => ({ kind: "text", text: words });

/** What the reader sees, without the marks. */
function plain(parts: readonly MarkedText[]): string {
  return parts.map((part) => ("children" in part ? plain(part.children) : part.text)).join("");
}

test("each mark becomes its kind", () => {
  expect(parseMarks("*b* _i_ ~s~ ```m```")).toEqual([
    { kind: "bold", children: [text("b")] },
    text(" "),
    { kind: "italic", children: [text("i")] },
    text(" "),
    { kind: "strike", children: [text("s")] },
    text(" "),
    { kind: "mono", text: "m" },
  ]);
});

test("marks nest in each other", () => {
  expect(parseMarks("*very _much_ so*")).toEqual([
    { kind: "bold", children: [text("very "), { kind: "italic", children: [text("much")] }, text(" so")] },
  ]);
});

test("nothing inside mono is a mark, and it may run over lines", () => {
  expect(parseMarks("```a *b*\nc```")).toEqual([{ kind: "mono", text: "a *b*\nc" }]);
});

test.each([
  "2*3*4",
  "snake_case_name",
  "* not a list *",
  "*open",
  "**",
  "~~",
  "``````",
  "*a\nb*",
  "a * b * c",
])("%j stays as it is written", (words) => {
  expect(parseMarks(words)).toEqual([text(words)]);
});

test("marks may be followed by punctuation and stand in letters of any script", () => {
  expect(parseMarks("¡*niño*!")).toEqual([text("¡"), { kind: "bold", children: [text("niño")] }, text("!")]);
  expect(parseMarks("ñ*o*ñ")).toEqual([text("ñ*o*ñ")]);
});

test("web addresses become links, without the sentence's punctuation", () => {
  expect(parseMarks("see https://hilo.example/a_b_c?x=1.")).toEqual([
    text("see "),
    { kind: "link", href: "https://hilo.example/a_b_c?x=1", text: "https://hilo.example/a_b_c?x=1" },
    text("."),
  ]);
});

test.each(["javascript:alert(1)", "data:text/html,<script>", "ftp://x.example", "vbscript:x", "https://"])(
  "%j is no link",
  (words) => {
    expect(parseMarks(words).some((part) => part.kind === "link")).toBe(false);
  },
);

test("no text is lost: only signs of marks disappear", () => {
  const alphabet = fc.constantFrom("*", "_", "~", "`", " ", "\n", "a", "ñ", "<", "https://x.yz", ".");
  fc.assert(
    fc.property(fc.array(alphabet, { maxLength: 60 }), (pieces) => {
      const written = pieces.join("");
      const shown = plain(parseMarks(written));
      const bare = (words: string) => words.replace(/[*_~`]/g, "");
      expect(bare(shown)).toBe(bare(written));
    }),
  );
});

test("the longest message of nothing but signs is parsed at once", () => {
  const begun = performance.now();
  for (const words of ["*_~", "*a ", "```", "_*", "*a_b~"]) parseMarks(words.repeat(4_096 / words.length));
  // Far above what it takes, far below what a parser that backtracks would.
  expect(performance.now() - begun).toBeLessThan(1_500);
});
