/** Templates: what they print, what they refuse, and what can't hurt them. */
import { describe, expect, test } from "vitest";
import type { Environment } from "../step/environment.ts";
import type { RenderMode } from "./print.ts";
import {
  compileTemplate,
  MAX_TEMPLATE_CHARS,
  renderTemplate,
  TemplateError,
  TemplateLimitError,
  TemplateSyntaxError,
  templatePaths,
} from "./templates.ts";

const SYSTEM = { now: "2026-03-01T23:30:00.000Z", timeZone: "Europe/Madrid", language: "es" };

function print(source: string, vars: Record<string, unknown> = {}, mode: RenderMode = "text"): string {
  const env: Environment = Object.assign(Object.create(null), { system: SYSTEM, vars }, vars);
  return renderTemplate(compileTemplate(source, mode), env);
}

describe("a value prints", () => {
  test.each([
    ["text", "hola", "hola"],
    ["a number", 1.5, "1.5"],
    ["a truth", false, "false"],
    ["nothing for null", null, ""],
    ["nothing when absent", undefined, ""],
    ["a list by its items", ["a", 1, null, ["b"]], "a, 1, , b"],
    [
      "an object as JSON, whatever the order of its keys",
      { b: 1, a: { d: 2, c: [{ z: 1, y: 2 }] } },
      '{"a":{"c":[{"y":2,"z":1}],"d":2},"b":1}',
    ],
  ])("%s, plain and through a filter alike", (_name, value, printed) => {
    expect(print("{{ x }}", { x: value })).toBe(printed);
    expect(print("{{x}}{%- comment %}{% endcomment %}", { x: value })).toBe(printed);
    expect(print("{{ x | default: x, allow_false: true }}", { x: value })).toBe(printed);
  });

  test("as Liquid means size, first and last", () => {
    expect(print("{{ l.size }}{{ l.first }}{{ l.last }}{{ l[1] }}", { l: ["a", "b", "c"] })).toBe("3acb");
  });

  test("under a name with letters of any alphabet", () => {
    expect(print("{{ año }} {{ имя | upcase }}", { año: 2026, имя: "анна" })).toBe("2026 АННА");
  });
});

describe("text of a customer", () => {
  const hostile = [
    "{{ contact.phone }}",
    "{% for i in (1..9) %}x{% endfor %}",
    "{{ 'a' | upcase }}",
    "}}{{ vars }}",
    "{{-",
    "{% raw %}",
  ];

  test.each(hostile)("is never run as a template: %s", (text) => {
    expect(print("Dijiste {{ x }}.", { x: text })).toBe(`Dijiste ${text}.`);
    expect(print("{{ x | append: '' }}", { x: text })).toBe(text);
    expect(print("{% assign y = x %}{{ y }}{% capture z %}{{ x }}{% endcapture %}", { x: text })).toBe(text);
    expect(print("{% for i in x %}{{ i }}{% endfor %}", { x: [text] })).toBe(text);
  });

  test("names no prototype", () => {
    const paths = [
      "__proto__",
      "constructor",
      "x.constructor",
      "x.__proto__.polluted",
      "vars.constructor.name",
      "x.toString",
      "l.map",
    ];
    for (const path of paths) {
      expect(print(`{{ ${path} }}`, { x: {}, l: [], t: "abc" }), path).toBe("");
      expect(print(`{{ ${path} | append: '' }}`, { x: {}, l: [], t: "abc" }), path).toBe("");
    }
    expect(print("{{ x[k] }}{{ x[k][j] }}", { x: {}, k: "constructor", j: "name" })).toBe("");
    expect(print("{{ l | map: k }}", { l: [{}, {}], k: "constructor" })).toBe(", ");
    expect(print("{{ l | where: k }}", { l: [{}], k: "__proto__" })).toBe("");
  });
});

describe("in a URL", () => {
  const url = (value: unknown) => print("https://a.example/o/{{ x }}", { x: value }, "url");

  test.each([
    ["a&b=c/d?e#f", "a%26b%3Dc%2Fd%3Fe%23f"],
    ["Cádiz 100%", "C%C3%A1diz%20100%25"],
    ["../../admin", "..%2F..%2Fadmin"],
    ["..", "%252E%252E"],
    [".", "%252E"],
    ["\ud800", "%EF%BF%BD"],
    ["a\r\nHost: b", "a%0D%0AHost%3A%20b"],
  ])("%j can't leave its place", (value, encoded) => {
    expect(url(value)).toBe(`https://a.example/o/${encoded}`);
    expect(print("{{ x | strip }}", { x: value }, "url")).toBe(encoded);
  });

  test("an author may say that a value is a piece of URL", () => {
    expect(print("{{ base | raw }}/o", { base: "https://a.example" }, "url")).toBe("https://a.example/o");
  });
});

describe("in JSON", () => {
  test("no text can leave its quotes", () => {
    for (const text of ['","admin":true,"x":"', "\\", '\\"', "a\nb", "\u2028", "\ud800"]) {
      expect(JSON.parse(print('{"x":"{{ x }}"}', { x: text }, "json"))).toEqual({ x: text });
      expect(JSON.parse(print('{"x":"{{ x | append: "" }}"}', { x: text }, "json"))).toEqual({ x: text });
    }
  });

  test("objects, lists and numbers stand for themselves", () => {
    const vars = { l: [1, { a: '"' }], n: 1.5, b: true };
    expect(JSON.parse(print('{"l":{{ l }},"n":{{ n }},"b":{{ b | default: 0 }}}', vars, "json"))).toEqual(
      vars,
    );
  });
});

describe("dates", () => {
  test("take the clock of the step, the zone of the workspace and the language of the flow", () => {
    expect(print('{{ "now" | date: "%A %-d de %B de %Y, %H:%M %z" }}')).toBe(
      "lunes 2 de marzo de 2026, 00:30 +0100",
    );
    expect(print('{{ "today" | date: "%F" }}')).toBe("2026-03-02");
    expect(print('{{ "now" | date: "%F %R", "America/Bogota" }}')).toBe("2026-03-01 18:30");
    expect(print("{{ 'now' | date }}")).toBe("2026-03-02 00:30");
  });

  test("read ISO texts in the zone, and seconds since the epoch", () => {
    expect(print("{{ d | date: '%d/%m/%y %I:%M %p' }}", { d: "2026-07-01T15:05" })).toBe("01/07/26 03:05 PM");
    expect(print("{{ d | date: '%s' }}", { d: "2026-07-01T15:05:00Z" })).toBe("1782918300");
    expect(print("{{ 0 | date: '%F %T' }}")).toBe("1970-01-01 01:00:00");
    expect(print("{{ d | date: '%B %^b %_d %j %% %Q' }}", { d: "2026-01-05" })).toBe("enero ENE  5 005 % %Q");
  });

  test("leave what is no date as it is, and any zone that is none is UTC", () => {
    expect(print("{{ 'mañana' | date: '%F' }}{{ n | date: '%F' }}", { n: 1e300 })).toBe("mañana1e+300");
    expect(print("{{ 'now' | date: '%R', 'Not/AZone' }}")).toBe("23:30");
  });

  test("have no other way to a clock", () => {
    expect(() => print("{{ 'now' | date_to_string }}")).toThrow("undefined filter: date_to_string");
  });
});

describe("a template is refused when", () => {
  test.each([
    ["a filter does not exist", "{{ x | nope }}", "undefined filter: nope"],
    ["a tag is not closed", "{% if x %}a", "not closed"],
    ["an output is not closed", "{{ x", "not closed"],
    ["it would read a file", "{% include 'a' %}", 'tag "include" not found'],
    ["it would render a file", "{% render 'a' %}", 'tag "render" not found'],
    ["it would take a layout", "{% layout 'a' %}{% block b %}{% endblock %}", 'tag "layout" not found'],
    ["it counts in the environment", "{% increment x %}", 'tag "increment" not found'],
    ["it uses chance", "{{ l | sample }}", "undefined filter: sample"],
    ["it would run text as an expression", "{{ l | where_exp: 'i', x }}", "undefined filter: where_exp"],
    ["it has towers of tags", "{% if x %}".repeat(201) + "{% endif %}".repeat(201), "more than 200 tags"],
  ])("%s", (_name, source, message) => {
    expect(() => compileTemplate(source)).toThrow(TemplateSyntaxError);
    expect(() => compileTemplate(source)).toThrow(message);
  });
});

describe("a bomb is stopped: ", () => {
  const many = Array.from({ length: 3_000 }, (_, index) => index);
  const doubling = `{% assign a = "xxxxxxxxxx" %}${"{% assign a = a | append: a %}".repeat(150)}{{ a }}`;
  const nested = (depth: number) =>
    `${"{% for i in (1..9) %}".repeat(depth)}x${"{% endfor %}".repeat(depth)}`;

  test.each([
    ["a range without end", "{% for i in (1..999999999) %}x{% endfor %}"],
    ["a range of huge numbers", "{% for i in (1..huge) %}x{% endfor %}"],
    [
      "a range that gives budget back",
      "{% for i in (999999999..1) %}{% endfor %}{% for i in (1..999999999) %}{% endfor %}",
    ],
    ["an empty loop", "{% for i in (1..100000) %}{% endfor %}"],
    ["nested loops", nested(12)],
    ["loops over a long list", "{% for i in l %}{% for j in l %}{% endfor %}{% endfor %}"],
    ["doubling", doubling],
    [
      "multiplying by replacing",
      `{% assign a = "xxxxxxxxxx" %}${'{% assign a = a | replace: "x", a %}'.repeat(9)}{{ a }}`,
    ],
    ["joining by a long text", `{{ l | join: t }}`],
    ["sorting again and again", `{{ l${" | sort".repeat(200)} }}`],
    ["escaping again and again", `{{ t${" | json".repeat(60)} }}`],
    ["a text past what may be sent", "{{ t }}{{ t }}{{ t }}"],
    ["a plain text past what may be sent", "{{ t }}".repeat(3)],
    [
      "a date with a format without end",
      `{{ "now" | date: t | append: t | append: t | append: t }}{{ t }}{{ t }}`,
    ],
  ])("%s", (_name, source) => {
    const vars = { l: many, t: "y".repeat(4_000), huge: 1e308 };
    const started = performance.now();
    expect(() => print(source, vars)).toThrow(TemplateLimitError);
    // Far over what any of them takes; a bomb that goes off takes minutes or all memory.
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test("and the limit is the same on every machine: it counts work, not time", () => {
    const rounds = (count: number) => `{% for i in (1..${count}) %}{% endfor %}`;
    expect(print(rounds(4_999))).toBe("");
    for (let again = 0; again < 3; again++)
      expect(() => print(rounds(10_001))).toThrow("a text does too much work");
  });
});

test("a text of exactly the limit is printed", () => {
  expect(print("{{ t }}", { t: "x".repeat(MAX_TEMPLATE_CHARS) })).toHaveLength(MAX_TEMPLATE_CHARS);
  expect(() => print("{{ t }}!", { t: "x".repeat(MAX_TEMPLATE_CHARS) })).toThrow(TemplateLimitError);
});

test("a filter that can't work on its value fails the template, not the process", () => {
  expect(() => print("{{ t | url_decode }}", { t: "%" })).toThrow(TemplateError);
});

test("rendering leaves the environment as it was", () => {
  const vars = Object.freeze({ x: Object.freeze(["b", "a"]) });
  print("{% assign x = x | sort %}{% assign contact = 1 %}{{ x | reverse }}{{ x | push: 'c' }}", vars);
  expect(vars).toEqual({ x: ["b", "a"] });
});

test("the paths a template reads are known without rendering it", () => {
  const pathsOf = (source: string) => templatePaths(compileTemplate(source));
  expect(pathsOf("{{ a }} {{ contact.name }} {{ a }}")).toEqual(["a", "contact.name"]);
  expect(
    pathsOf(
      "{% assign z = q.r %}{{ z | append: w }}{% for i in items %}{{ i.price }}{{ tax }}{% endfor %}",
    ).sort(),
  ).toEqual(["items", "q.r", "tax", "w"]);
  expect(pathsOf("{% if a.b == c %}{{ l[0].x }}{{ m[k] }}{% endif %}").sort()).toEqual([
    "a.b",
    "c",
    "k",
    "l.0.x",
    "m",
  ]);
  expect(pathsOf("Hola")).toEqual([]);
});
