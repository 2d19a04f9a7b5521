/** The contract of channels, run on each that sends; the simulator's far side judges as Meta would. */
import { expect, test } from "vitest";
import type { Platform, PlayedPlatform } from "../../server/src/channels/channel.ts";
import { adapterFor, adaptersForObject } from "../../server/src/channels/registry.ts";
import { judge } from "../../server/src/channels/simulator/graph-rules.ts";
import { judgePageSend } from "../../server/src/channels/simulator/page-rules.ts";
import { channelContract } from "./channel-contract.ts";

const asMeta = (body: unknown) => {
  const verdict = judge(body);
  return verdict.ok ? null : verdict.details;
};

const asPage = (platform: "messenger" | "instagram") => (body: unknown) => {
  const verdict = judgePageSend(platform, body);
  return verdict.ok ? null : verdict.details;
};
const adapter = (platform: Platform, plays: PlayedPlatform = "whatsapp") =>
  adapterFor({ platform, settings: { plays } });

channelContract(adapter("whatsapp"), asMeta);
channelContract(adapter("simulator"), asMeta);
for (const platform of ["messenger", "instagram"] as const)
  channelContract(adapter(platform), asPage(platform));

test.each(["whatsapp", "instagram", "messenger"] as const)(
  "the simulator renders as the platform it plays: %s",
  (plays) => {
    const content = { type: "buttons", text: "?", options: [{ id: "a", title: "A" }] } as const;
    const target = { platformId: "1", externalId: "2", phone: null, messageId: "m" };
    const played = { ...content, options: [...content.options] };
    expect(adapter("simulator", plays).render(played, target)).toEqual(adapter(plays).render(played, target));
  },
);

test("people without a number are written to by their user id, and an edited card does not redirect a chat", () => {
  const { render } = adapter("whatsapp");
  const to = (externalId: string, phone: string | null) =>
    render({ type: "text", text: "x" }, { platformId: "1", externalId, phone, messageId: "m" })?.body;
  expect(to("CO.abc", null)).toMatchObject({ recipient: "CO.abc" });
  expect(to("CO.abc", "+57300")).toMatchObject({ to: "+57300" });
  expect(to("573001112233", "+999")).toMatchObject({ to: "+573001112233" });
});

test("bodies of each of Meta's objects may be for the simulator, and unknown objects have no reader", () => {
  expect(adaptersForObject("whatsapp_business_account").map(({ platform }) => platform)).toEqual([
    "whatsapp",
    "simulator",
  ]);
  expect(adaptersForObject("page").map(({ platform }) => platform)).toEqual(["messenger", "simulator"]);
  expect(adaptersForObject("martian")).toEqual([]);
});
