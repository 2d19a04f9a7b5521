/** The names of the first start are those that the server stores. */
import { afterEach, expect, it } from "vitest";
import { sentencesOf, sourcesIn } from "../i18n/sentences-in-source.fixture.ts";
import { speak } from "../i18n/t.ts";
import { FIRST_NAMES, storedName } from "./stored-names.ts";

afterEach(() => speak("en"));

it("knows the names that the server gives", () => {
  const given = ["seed.ts", "auth/setup.ts", "channels/simulator/simulator-channel.ts"]
    .flatMap((name) => sourcesIn(`server/src/${name}`))
    .flatMap((file) => sentencesOf(file, /^(My workspace|Simulator\b.*)$/));
  expect([...new Set(given)].sort()).toEqual([...FIRST_NAMES].sort());
});

it("says them in the reader's language, and leaves what people called it", async () => {
  expect(storedName("My workspace")).toBe("My workspace");
  await speak("es");
  expect(storedName("My workspace")).toBe("Mi espacio de trabajo");
  expect(storedName("Simulator: Instagram")).toBe("Simulador: Instagram");
  expect(storedName("Simulator of Ana")).toBe("Simulator of Ana");
});
