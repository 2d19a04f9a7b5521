/** The names of the first start are those that the server stores. */
import { afterEach, expect, it } from "vitest";
import { sentencesOf, sourcesIn } from "../i18n/sentences-in-source.fixture.ts";
import { speak } from "../i18n/t.ts";
import { channelName, FIRST_CHANNELS, FIRST_WORKSPACE, workspaceName } from "./stored-names.ts";

afterEach(() => speak("en"));

it("knows the names that the server gives", () => {
  const given = ["seed.ts", "auth/setup.ts", "channels/simulator/simulator-channel.ts"]
    .flatMap((name) => sourcesIn(`server/src/${name}`))
    .flatMap((file) => sentencesOf(file, /^(My workspace|Simulator\b.*)$/));
  expect([...new Set(given)].sort()).toEqual([FIRST_WORKSPACE, ...FIRST_CHANNELS].sort());
});

it("says them in the reader's language, and leaves what people called it", async () => {
  expect(workspaceName("My workspace")).toBe("My workspace");
  await speak("es");
  expect(workspaceName("My workspace")).toBe("Mi espacio de trabajo");
  expect(workspaceName("Simulator")).toBe("Simulator");
  expect(channelName({ name: "Simulator: Instagram", platform: "simulator" })).toBe("Simulador: Instagram");
  expect(channelName({ name: "Simulator of Ana", platform: "simulator" })).toBe("Simulator of Ana");
});

it("leaves a real channel that somebody called Simulator", async () => {
  await speak("es");
  expect(channelName({ name: "Simulator", platform: "simulator" })).toBe("Simulador");
  expect(channelName({ name: "Simulator", platform: "whatsapp" })).toBe("Simulator");
});
