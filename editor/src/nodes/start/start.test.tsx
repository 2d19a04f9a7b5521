/** The start step: the triggers of the flow. */
import { triggerSchema } from "@hilo/flow-engine";
import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openStep, SHOP } from "../open-step.tsx";
import { TRIGGER_LABELS } from "./trigger-types.ts";

type Step = ReturnType<typeof openStep>;
const add = async ({ user }: Step, what: string) => {
  await user.click(screen.getByRole("button", { name: "Add a trigger" }));
  await user.click(await screen.findByRole("menuitem", { name: what }));
};
/** All of them, which the engine must take at any time. */
const triggers = ({ store }: Step) => {
  const all = store.getState().history.present.triggers;
  for (const trigger of all) expect(triggerSchema.safeParse(trigger).error).toBeUndefined();
  return all;
};
const choose = async ({ user }: Step, field: string, option: string) => {
  await user.click(screen.getByRole("combobox", { name: field }));
  await user.click(await screen.findByRole("option", { name: option, hidden: true }));
};
const type = async ({ user }: Step, field: string, text: string) => {
  const input = screen.getByRole("textbox", { name: field });
  await user.clear(input);
  await user.type(input, text);
};

it("says that nothing starts the flow, and takes a keyword that counts as a whole word", async () => {
  const step = openStep("start");
  expect(step.card().textContent).toContain("Nothing starts this flow yet");
  await add(step, TRIGGER_LABELS.keyword);
  await type(step, "Keyword", "hola");
  expect(triggers(step)).toEqual([{ type: "keyword", keyword: "hola", mode: "word" }]);
  expect(step.card().textContent).toBe("hola");
});

it("keeps the last keyword while the field is empty: a flow with an empty one could not be saved", async () => {
  const step = openStep("start");
  await add(step, TRIGGER_LABELS.keyword);
  await step.user.clear(screen.getByLabelText("Keyword"));
  expect(triggers(step)).toEqual([{ type: "keyword", keyword: "hello", mode: "word" }]);
  expect(screen.getByText(/stays until you type something else/)).toBeDefined();
});

it("takes a trigger away", async () => {
  const step = openStep("start");
  await add(step, TRIGGER_LABELS["catch-all"]);
  await step.user.click(screen.getByRole("button", { name: "Remove trigger 1" }));
  expect(triggers(step)).toEqual([]);
});

it.each(Object.entries(TRIGGER_LABELS))("offers %s, with fields and a chip", async (kind, label) => {
  const step = openStep("start");
  await add(step, label);
  expect(triggers(step)).toMatchObject([{ type: kind }]);
  expect(step.card().textContent).not.toBe("");
});

describe("in the middle of another conversation", () => {
  const FIELD = "In the middle of another conversation";
  it("it waits, ends that one or pauses it, and leaves no trace when it waits", async () => {
    const step = openStep("start");
    await add(step, TRIGGER_LABELS["get-started"]);
    await choose(step, FIELD, "it ends that one");
    expect(triggers(step)).toEqual([{ type: "get-started", interrupts: "end" }]);
    await choose(step, FIELD, "it pauses that one, which goes on afterwards");
    expect(triggers(step)).toEqual([{ type: "get-started", interrupts: "suspend" }]);
    await choose(step, FIELD, "it waits its turn");
    expect(triggers(step)).toEqual([{ type: "get-started" }]);
  });
  it("what takes any message has no choice", async () => {
    const step = openStep("start");
    await add(step, TRIGGER_LABELS["first-message"]);
    expect(screen.queryByRole("combobox", { name: FIELD })).toBeNull();
  });
});

describe("the fields", () => {
  it("of messages and taps", async () => {
    const step = openStep("start");
    await add(step, TRIGGER_LABELS.keyword);
    await choose(step, "When a message", "is exactly");
    await add(step, TRIGGER_LABELS.payload);
    await step.user.click(screen.getByLabelText("or begins with it"));
    await add(step, TRIGGER_LABELS.reopened);
    fireEvent.change(screen.getByLabelText("After so many days without a message"), {
      target: { value: "90" },
    });
    expect(triggers(step)).toEqual([
      { type: "keyword", keyword: "hello", mode: "exact" },
      { type: "payload", payload: "hola", prefix: true },
      { type: "reopened", days: 90 },
    ]);
  });

  it("of where people come from", async () => {
    const step = openStep("start");
    await add(step, TRIGGER_LABELS.ad);
    await step.user.type(screen.getByRole("combobox", { name: "Ids of the ads or posts" }), "1202{enter}");
    await add(step, TRIGGER_LABELS["ref-link"]);
    await type(step, "The link's ref", "spring");
    await add(step, TRIGGER_LABELS.story);
    await choose(step, "When", "somebody mentions you in theirs");
    await add(step, TRIGGER_LABELS["opt-in"]);
    await type(step, "Topic", "news");
    expect(triggers(step)).toEqual([
      { type: "ad", adIds: ["1202"] },
      { type: "ref-link", ref: "spring" },
      { type: "story", on: "mention" },
      { type: "opt-in", topic: "news" },
    ]);
  });

  it("of comments, whose keyword has its mode only when there is one", async () => {
    const step = openStep("start");
    await add(step, TRIGGER_LABELS.comment);
    expect(screen.queryByRole("combobox", { name: "When the comment" })).toBeNull();
    await type(step, "With the keyword", "precio");
    await choose(step, "When the comment", "contains, also inside words");
    await choose(step, "Where", "on live videos only");
    await step.user.type(screen.getByRole("combobox", { name: "Ids of the posts" }), "77{enter}");
    expect(triggers(step)).toEqual([
      { type: "comment", keyword: "precio", mode: "contains", live: true, postIds: ["77"] },
    ]);
    await step.user.clear(screen.getByRole("textbox", { name: "With the keyword" }));
    await choose(step, "Where", "on posts and live videos");
    expect(triggers(step)).toEqual([{ type: "comment", mode: "contains", postIds: ["77"] }]);
  });

  it("of tags, fields and events", async () => {
    const step = openStep("start");
    await add(step, TRIGGER_LABELS["tag-added"]);
    await type(step, "Tag", "vip");
    await add(step, TRIGGER_LABELS["field-changed"]);
    await type(step, "Field", "city");
    await type(step, "Only when it becomes", "Lima");
    await add(step, TRIGGER_LABELS.event);
    await type(step, "Event", "paid");
    expect(triggers(step)).toEqual([
      { type: "tag-added", tag: "vip" },
      { type: "field-changed", field: "city", to: "Lima" },
      { type: "event", name: "paid" },
    ]);
  });

  it("of schedules, with the next runs by the workspace's clock", async () => {
    const step = openStep("start");
    await add(step, TRIGGER_LABELS.schedule);
    expect(screen.getByText(/^Next: .*Europe\/Madrid/)).toBeDefined();
    await choose(step, "Runs", "every month");
    fireEvent.change(screen.getByLabelText("On day"), { target: { value: "15" } });
    fireEvent.change(screen.getByLabelText("At"), { target: { value: "18:30" } });
    expect(triggers(step)).toMatchObject([{ cron: "30 18 15 * *" }]);
    await choose(step, "Runs", "at other times (cron)");
    await type(step, "Cron", "61 9 * * *");
    expect(screen.getByText(/The minute is 0 to 59/)).toBeDefined();
    await type(step, "Cron", "*/30 8-17 * * 1-5");
    expect(triggers(step)).toMatchObject([{ cron: "*/30 8-17 * * 1-5" }]);
    await choose(step, "By the clock of", "America/Bogota");
    await type(step, "Name", "Reminder");
    expect(triggers(step)).toEqual([
      { type: "schedule", name: "Reminder", cron: "*/30 8-17 * * 1-5", timeZone: "America/Bogota" },
    ]);
    expect(screen.getByText(/^Next: .*America\/Bogota/)).toBeDefined();
  });

  it("of dates, before, on and after the day", async () => {
    const step = openStep("start");
    await add(step, TRIGGER_LABELS["date-reached"]);
    await choose(step, "When", "days before");
    fireEvent.change(screen.getByLabelText("Days"), { target: { value: "7" } });
    fireEvent.change(screen.getByLabelText("At"), { target: { value: "10:00" } });
    await step.user.click(screen.getByLabelText("Every year, as a birthday"));
    expect(triggers(step)).toEqual([
      { type: "date-reached", field: "birthday", days: -7, time: "10:00", yearly: true },
    ]);
    await choose(step, "When", "on the day");
    expect(triggers(step)).toMatchObject([{ days: 0 }]);
  });
});

describe("conditions", () => {
  it("are channels, platforms, tags, languages and hours, and nothing when none is left", async () => {
    const step = openStep("start");
    await add(step, TRIGGER_LABELS["get-started"]);
    await step.user.click(screen.getByRole("button", { name: "Only for some people or times" }));
    await choose(step, "On the channels", "Shop");
    await choose(step, "On the platforms", "Instagram");
    await step.user.type(screen.getByRole("combobox", { name: "With one of the tags" }), "vip{enter}");
    await step.user.type(
      screen.getByRole("combobox", { name: "Who speak one of the languages" }),
      "es-MX{enter}",
    );
    await choose(step, "And only", "while you are open");
    expect(triggers(step)).toEqual([
      {
        type: "get-started",
        conditions: {
          channelIds: [SHOP.id],
          platforms: ["instagram"],
          tags: ["vip"],
          languages: ["es-MX"],
          hours: { when: "open" },
        },
      },
    ]);
  });

  it("leave no trace when they are taken back", async () => {
    const step = openStep("start");
    await add(step, TRIGGER_LABELS["get-started"]);
    await step.user.click(screen.getByRole("button", { name: "Only for some people or times" }));
    await choose(step, "And only", "while you are closed");
    await choose(step, "And only", "at any time");
    expect(triggers(step)).toEqual([{ type: "get-started" }]);
  });

  it("may have hours of their own, typed day by day", async () => {
    const step = openStep("start");
    await add(step, TRIGGER_LABELS["get-started"]);
    await step.user.click(screen.getByRole("button", { name: "Only for some people or times" }));
    await choose(step, "And only", "while you are open");
    await step.user.click(screen.getByLabelText("By hours of its own, not the workspace's"));
    await type(step, "Monday", "9-14, 16-20");
    await step.user.clear(screen.getByRole("textbox", { name: "Tuesday" }));
    await type(step, "Days that are different", "12-25 closed");
    await type(step, "Saturday", "whenever");
    expect(screen.getByText(/Write times like/)).toBeDefined();
    const [trigger] = triggers(step);
    expect(trigger?.conditions?.hours?.schedule).toMatchObject({
      week: {
        mon: [
          { from: "09:00", to: "14:00" },
          { from: "16:00", to: "20:00" },
        ],
        wed: [{ from: "09:00" }],
      },
      days: [{ date: "12-25", spans: [] }],
    });
    expect(trigger?.conditions?.hours?.schedule?.week).not.toHaveProperty("tue");
    expect(trigger?.conditions?.hours?.schedule?.week).not.toHaveProperty("sat");
  });
});
