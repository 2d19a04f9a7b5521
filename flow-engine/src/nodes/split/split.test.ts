/** The split as sessions meet it. */
import { expect, test } from "vitest";
import { type PlayOptions, play, WORLD } from "../../step/play.fixture.ts";

const variants = [
  { id: "a", title: "Short", weight: 1 },
  { id: "b", title: "Long", weight: 1 },
];
const twice = (data: Record<string, unknown> = {}) => ({
  nodes: {
    s: ["split", { experiment: "text", variants, saveAs: "v", ...data }] as const,
    q: ["ask", { text: "{{ v }}", saveAs: "x" }] as const,
  },
  edges: ["start > s", "s:a > q", "s:b > q", "q > s"],
});
const as = (id: string): PlayOptions => ({ context: { contact: { ...WORLD.contact, id } } });
const CONTACTS = Array.from({ length: 40 }, (_, at) => `contact-${at}`);

test("a contact gets the same variant at every visit, in this session and in the next", () => {
  const seen = CONTACTS.map((id) => {
    let playing = play(twice(), as(id));
    const texts = [...playing.said];
    for (let visit = 0; visit < 5; visit++) {
      playing = playing.say("x");
      texts.push(...playing.said);
    }
    expect(new Set(texts).size, id).toBe(1);
    expect(play(twice(), as(id)).said).toEqual(texts.slice(0, 1));
    return texts[0];
  });
  expect(new Set(seen)).toEqual(new Set(["Short", "Long"]));
});

test("without being sticky, each visit draws anew", () => {
  let playing = play(twice({ sticky: false }));
  const texts = [...playing.said];
  for (let visit = 0; visit < 20; visit++) {
    playing = playing.say("x");
    texts.push(...playing.said);
  }
  expect(new Set(texts)).toEqual(new Set(["Short", "Long"]));
});

test("two steps of one experiment send a contact the same way, whatever they call the variants", () => {
  for (const id of CONTACTS) {
    const renamed = [...variants].reverse().map((each) => ({ ...each, title: `${each.title}!` }));
    const [first] = play(twice(), as(id)).said;
    expect(play(twice({ variants: renamed }), as(id)).said).toEqual([`${first}!`]);
  }
});
