/** The list's filter in the address. */
import type { ConversationFilter } from "@hilo/server/contract";
import { expect, it } from "vitest";
import { isSameList, listAddress, readListAddress } from "./list-address.ts";

const id = "0190a000-0000-7000-8000-000000000001";
const FILTERS: ConversationFilter[] = [
  { status: "open" },
  {},
  { status: "closed" },
  { status: "open", mode: "Human", assignee: "none" },
  { mentioned: true },
  { status: "open", unread: true, search: "ana & co" },
  { assignee: "me", teamId: id, channelId: id, flowId: id, tag: "más tarde" },
];

it.each(FILTERS)("reads back %j as it was written", (filter) => {
  expect(readListAddress(new URLSearchParams(listAddress(filter).toString()))).toEqual(filter);
});

it("shows open conversations where the address says nothing", () => {
  expect(readListAddress(new URLSearchParams())).toEqual({ status: "open" });
  expect(listAddress({ status: "open" }).toString()).toBe("");
});

it("leaves out what it cannot use", () => {
  const odd = new URLSearchParams("status=odd&mode=Robot&teamId=7&unread=yes&search=&else=1");
  expect(readListAddress(odd)).toEqual({ status: "open" });
});

it("takes two filters for the same whatever the order of their parts, and what is empty in them", () => {
  expect(isSameList({ status: "open", unread: true }, { unread: true, status: "open", search: "" })).toBe(
    true,
  );
  expect(isSameList({ status: "open" }, {})).toBe(false);
});
