/** Who is who: several ids of one person, changed numbers, one contact on many channels, merges and their undoing, opt-outs. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mergeContacts, undoMerge } from "../../server/src/contacts/merge-contacts.ts";
import { newId } from "../../server/src/db/ids.ts";
import { useTestDatabase } from "../support/database.ts";
import { HELLO, InboundWorld, seconds } from "../support/inbound-world.ts";

const db = useTestDatabase();
let world: InboundWorld;
beforeAll(async () => {
  world = await InboundWorld.start(db);
});
afterAll(() => world.stop());

const PHONE = "573001112233";
const USER = "CO.1A2b3C4d5E";

const text = (id: string, who: object, body = "hola") => ({
  messages: [{ id, timestamp: seconds(), type: "text", text: { body }, ...who }],
});
const contactsOf = (workspaceId: string) =>
  world.rows("SELECT * FROM contacts WHERE workspace_id = $1 ORDER BY created_at, id", workspaceId);

describe("a person with several ids on WhatsApp", () => {
  test("is one conversation, whichever id a message comes under", async () => {
    const channel = await world.channel();
    await world.whatsapp(channel, text("wamid.1", { from: PHONE, from_user_id: USER }));
    await world.whatsapp(channel, text("wamid.2", { from_user_id: USER }));
    await world.whatsapp(channel, text("wamid.3", { from: PHONE }));
    expect(await world.conversations(channel)).toMatchObject([{ external_id: PHONE, unread: 3 }]);
    const ids = await world.rows(
      "SELECT external_id, kind FROM contact_identities WHERE channel_id = $1 ORDER BY external_id",
      channel.channelId,
    );
    expect(ids).toEqual([
      { external_id: PHONE, kind: "wa_id" },
      { external_id: USER, kind: "bsuid" },
    ]);
  });

  test("who showed the number later keeps the conversation and gets the number", async () => {
    const channel = await world.channel();
    await world.whatsapp(channel, text("wamid.4", { from_user_id: USER }));
    expect(await contactsOf(channel.workspaceId)).toMatchObject([{ phone: null }]);
    await world.whatsapp(channel, text("wamid.5", { from: PHONE, from_user_id: USER }));
    await world.whatsapp(channel, text("wamid.6", { from: PHONE }));
    expect(await world.conversations(channel)).toMatchObject([{ external_id: USER, unread: 3 }]);
    expect(await contactsOf(channel.workspaceId)).toMatchObject([{ phone: `+${PHONE}` }]);
  });

  test("a changed number keeps the contact and the conversation; what we say goes to the new one", async () => {
    const channel = await world.channel();
    await world.publish(channel, HELLO);
    await world.says(channel, PHONE, "wamid.7", "hola");
    const system = { type: "user_changed_number", body: "Ana changed", wa_id: "573009999999" };
    await world.whatsapp(channel, {
      messages: [{ from: PHONE, id: "wamid.8", timestamp: seconds(), type: "system", system }],
    });
    await world.says(channel, "573009999999", "wamid.9", "hola");
    expect(await world.chat(channel)).toEqual([
      "customer: hola",
      "bot: HOLA",
      "customer: Ana changed",
      "customer: hola",
      "bot: HOLA",
    ]);
    expect(await world.conversations(channel)).toMatchObject([
      { external_id: PHONE, send_to: "573009999999" },
    ]);
    expect(await contactsOf(channel.workspaceId)).toMatchObject([{ phone: "+573009999999" }]);
  });

  test("a notice about somebody unknown makes nobody", async () => {
    const channel = await world.channel();
    const system = { type: "user_changed_number", body: "x", wa_id: "573009999999" };
    await world.whatsapp(channel, { messages: [{ from: PHONE, id: "wamid.10", type: "system", system }] });
    expect(await world.conversations(channel)).toEqual([]);
    expect(
      await world.rows("SELECT state, error FROM inbox_events WHERE channel_id = $1", channel.channelId),
    ).toEqual([{ state: "ignored", error: "nobody here is known by that id" }]);
  });
});

describe("one person on several channels", () => {
  test("is one contact by the same phone number, in the same workspace only", async () => {
    const one = await world.channel();
    const two = await world.channel({ workspaceId: one.workspaceId });
    const elsewhere = await world.channel();
    for (const channel of [one, two, elsewhere])
      await world.says(channel, PHONE, `wamid.${channel.channelId}`, "hola");
    const [contact, ...others] = await contactsOf(one.workspaceId);
    expect(others).toEqual([]);
    for (const channel of [one, two])
      expect(await world.conversations(channel)).toMatchObject([{ contact_id: contact.id }]);
    expect(await contactsOf(elsewhere.workspaceId)).toHaveLength(1);
  });

  test("is one contact also when both messages come in one delivery", async () => {
    const one = await world.channel({ appSecret: "same" });
    const two = await world.channel({ appSecret: "same", workspaceId: one.workspaceId });
    const entry = [one, two].map(({ platformId }, n) => ({
      id: "900",
      changes: [
        {
          field: "messages",
          value: { metadata: { phone_number_id: platformId }, ...text(`wamid.b${n}`, { from: PHONE }) },
        },
      ],
    }));
    await world.post(one, { object: "whatsapp_business_account", entry });
    expect(await contactsOf(one.workspaceId)).toHaveLength(1);
  });

  test("merged by hand has one history, and parted again each has its own", async () => {
    const whatsapp = await world.channel();
    const { workspaceId } = whatsapp;
    const instagram = await world.channel({ platform: "instagram", workspaceId });
    await world.says(whatsapp, PHONE, "wamid.m1", "por whatsapp");
    await world.item(instagram, "9001", { message: { mid: "m_1", text: "por instagram" } }, "instagram");
    const before = await contactsOf(workspaceId);
    const [winner, loser] = before.map(({ id }) => id);
    await world.rows(
      'UPDATE contacts SET email = \'ana@b.co\', fields = \'{"plan":"oro","city":"Cali"}\' WHERE id = $1',
      loser,
    );
    await world.rows('UPDATE contacts SET fields = \'{"city":"Lima"}\' WHERE id = $1', winner);
    const tagId = newId();
    await world.rows("INSERT INTO tags (workspace_id, id, name) VALUES ($1, $2, 'vip')", workspaceId, tagId);
    await world.rows(
      "INSERT INTO contact_tags (workspace_id, contact_id, tag_id) VALUES ($1, $2, $3)",
      workspaceId,
      loser,
      tagId,
    );

    const { runtime } = world.server;
    const { mergeId, contact } = await mergeContacts(runtime, workspaceId, winner, loser, null);
    expect(contact).toMatchObject({ name: "Ana", tags: ["vip"], fields: { plan: "oro", city: "Lima" } });
    expect(contact.identities.map(({ platform }) => platform).sort()).toEqual(["instagram", "whatsapp"]);
    // What comes after the merge belongs to the one contact.
    await world.item(instagram, "9001", { message: { mid: "m_2", text: "otra vez" } }, "instagram");
    const owners = async () =>
      (
        await world.rows(
          "SELECT DISTINCT contact_id AS id FROM messages WHERE workspace_id = $1 ORDER BY 1",
          workspaceId,
        )
      ).map(({ id }) => id);
    expect(await owners()).toEqual([winner]);
    await expect(mergeContacts(runtime, workspaceId, winner, loser, null)).rejects.toThrow(/merged before/);

    await world.rows('UPDATE contacts SET fields = fields || \'{"plan":"plata"}\' WHERE id = $1', winner);
    expect(await undoMerge(runtime, workspaceId, mergeId)).toMatchObject({ id: loser, tags: ["vip"] });
    expect(await owners()).toEqual([winner, loser].sort());
    const parted = await contactsOf(workspaceId);
    expect(parted.find(({ id }) => id === winner)).toMatchObject({
      email: null,
      merged_into: null,
      // Changed by hand since: it stays.
      fields: { city: "Lima", plan: "plata" },
    });
    expect(parted.find(({ id }) => id === loser)).toMatchObject({ email: "ana@b.co", merged_into: null });
    await expect(undoMerge(runtime, workspaceId, mergeId)).rejects.toThrow(/undone before/);
    await expect(undoMerge(runtime, newId(), mergeId)).rejects.toThrow(/no such merge/);
  });
});

describe("who wants no marketing", () => {
  test("is kept so on WhatsApp and Messenger, until they allow it again", async () => {
    const whatsapp = await world.channel();
    const preference = (value: string) => ({
      user_preferences: [
        { wa_id: PHONE, category: "marketing_messages", value, timestamp: Number(seconds()) },
      ],
    });
    const stopped = async (workspaceId: string) =>
      (await contactsOf(workspaceId)).map(({ marketing_opted_out_at }) => marketing_opted_out_at !== null);
    await world.whatsapp(whatsapp, preference("stop"), "user_preferences");
    expect(await stopped(whatsapp.workspaceId)).toEqual([true]);
    await world.whatsapp(whatsapp, preference("resume"), "user_preferences");
    expect(await stopped(whatsapp.workspaceId)).toEqual([false]);
    const page = await world.channel({ platform: "messenger" });
    await world.item(page, "9001", {
      optin: { type: "notification_messages", notification_messages_status: "STOP_NOTIFICATIONS" },
    });
    expect(await stopped(page.workspaceId)).toEqual([true]);
  });
});
