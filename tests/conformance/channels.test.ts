/** The contract of channels, run on each that sends; the simulator's far side judges as Meta would. */
import { expect, test } from "vitest";
import { adapterFor, adaptersForObject } from "../../server/src/channels/registry.ts";
import { judge } from "../../server/src/channels/simulator/graph-rules.ts";
import { pageRefusal } from "../support/page-rules.ts";
import { channelContract } from "./channel-contract.ts";

const asMeta = (body: unknown) => {
  const verdict = judge(body);
  return verdict.ok ? null : verdict.details;
};

channelContract(adapterFor("whatsapp"), asMeta);
channelContract(adapterFor("simulator"), asMeta);
for (const platform of ["messenger", "instagram"] as const)
  channelContract(adapterFor(platform), (body) => pageRefusal(platform, body));

test("people without a number are written to by their user id, and an edited card does not redirect a chat", () => {
  const { render } = adapterFor("whatsapp");
  const to = (externalId: string, phone: string | null) =>
    render({ type: "text", text: "x" }, { platformId: "1", externalId, phone, messageId: "m" })?.body;
  expect(to("CO.abc", null)).toMatchObject({ recipient: "CO.abc" });
  expect(to("CO.abc", "+57300")).toMatchObject({ to: "+57300" });
  expect(to("573001112233", "+999")).toMatchObject({ to: "+573001112233" });
});

test("bodies of WhatsApp's object may be for a simulated number, and Meta's other objects have their own readers", () => {
  expect(adaptersForObject("whatsapp_business_account").map(({ platform }) => platform)).toEqual([
    "whatsapp",
    "simulator",
  ]);
  expect(adaptersForObject("page").map(({ platform }) => platform)).toEqual(["messenger"]);
  expect(adaptersForObject("martian")).toEqual([]);
});
