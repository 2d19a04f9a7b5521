import { describe, expect, it } from "vitest";
import { completed, completionAt } from "./completion.ts";

/** The caret stands at the bar. */
function at(marked: string) {
  const caret = marked.indexOf("¦");
  return { value: marked.replace("¦", ""), caret };
}
const completion = (marked: string) => {
  const { value, caret } = at(marked);
  return completionAt(value, caret);
};

describe("what is being typed", () => {
  it.each<[string, string, string]>([
    ["Hi {{¦", "name", ""],
    ["Hi {{ ¦", "name", ""],
    ["Hi {{ con¦", "name", "con"],
    ["Hi {{ contact.n¦ }}!", "name", "contact.n"],
    ["{{ a }} {{ b¦", "name", "b"],
    ["{{ name | ¦", "filter", ""],
    ["{{ name | up¦", "filter", "up"],
  ])("%s is a %s", (marked, kind, typed) => {
    expect(completion(marked)).toMatchObject({ kind, typed });
  });

  it.each(["Hi ¦", "{¦", "{{ a }} ¦", "{{ a | default: 'x¦", "{{ a b¦", "{{ a\n¦", "¦{{ a }}"])(
    "nothing can be completed at %s",
    (marked) => {
      expect(completion(marked)).toBeNull();
    },
  );
});

describe("a choice", () => {
  it.each([
    ["Hi {{¦", "name", "Hi {{ name }}¦"],
    ["Hi {{ na¦!", "name", "Hi {{ name }}¦!"],
    ["Hi {{ na¦ }}!", "name", "Hi {{ name¦ }}!"],
    ["{{ name |¦ }}", "upcase", "{{ name | upcase¦ }}"],
    ["{{ name | up¦ }}", "upcase", "{{ name | upcase¦ }}"],
  ])("at %s of %s gives %s", (marked, choice, expected) => {
    const { value, caret } = at(marked);
    const found = completionAt(value, caret);
    if (!found) throw new Error("nothing to complete");
    expect(completed(value, caret, found, choice)).toEqual(at(expected));
  });
});
