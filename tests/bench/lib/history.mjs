// A database that has been in use for years: rows that are done with, made inside the database. Ids go up as the product's
// own do; indexes besides the primary key are made anew afterwards, as a restored backup has them.

/** One transaction: so much is done over again when it is cut off. */
const BATCH = 500_000;

const id = (kind, number) => `('${kind}0000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))`;
const CONTACT = (number) => `${id("a", number)}::uuid`;
const CHAT = (number) => `${id("b", number)}::uuid`;

async function fill(client, table, count, insert) {
  const { rows } = await client.query(
    `SELECT i.indexdef, i.indexname FROM pg_indexes i
      WHERE i.schemaname = 'public' AND i.tablename = $1
        AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)`,
    [table],
  );
  for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`);
  for (let from = 1; from <= count; from += BATCH)
    await client.query(insert(`generate_series(${from}, ${Math.min(count, from + BATCH - 1)}) AS n`));
  for (const { indexdef } of rows) await client.query(indexdef);
  await client.query(`VACUUM (ANALYZE) "${table}"`);
}

/** Inbox rows of one channel that are done. */
export function oldInbox(client, { workspaceId, channelId }, count) {
  return fill(
    client,
    "inbox_events",
    count,
    (series) => `
      INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, shard, provider_key, payload, state, done_at)
      SELECT '${workspaceId}', '${channelId}', 'message', '57' || n / 10, n / 10 % 64, sha256(n::text::bytea), NULL, 'done', now()
        FROM ${series}`,
  );
}

/** Messages of one channel, `each` to a conversation: received, delivered, read, a few failed. */
export function oldMessages(client, { workspaceId, channelId }, count, each) {
  return fill(
    client,
    "messages",
    count,
    (series) => `
      INSERT INTO messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, author, content, text, status,
                            platform_message_id, created_at)
      SELECT '${workspaceId}', ${id("c", "n")}::uuid, ${CHAT(`n / ${each}`)}, '${channelId}', ${CONTACT(`n / ${each}`)},
             CASE WHEN n % 2 = 0 THEN 'in' ELSE 'out' END, CASE WHEN n % 2 = 0 THEN 'customer' ELSE 'bot' END,
             '{"type":"text","text":"What was said long ago"}', 'What was said long ago',
             CASE WHEN n % 2 = 0 THEN 'Received' WHEN n % 50 = 1 THEN 'Failed' WHEN n % 3 = 0 THEN 'Delivered' ELSE 'Read' END,
             'wamid.' || n, now() - interval '30 days'
        FROM ${series}`,
  );
}

/** Contacts with their conversations on one channel. */
export async function oldContacts(client, { workspaceId, channelId }, count) {
  await fill(
    client,
    "contacts",
    count,
    (series) =>
      `INSERT INTO contacts (workspace_id, id, name, phone) SELECT '${workspaceId}', ${CONTACT("n")}, 'Old ' || n, '+57' || n FROM ${series}`,
  );
  await fill(
    client,
    "contact_identities",
    count,
    (series) =>
      `INSERT INTO contact_identities (workspace_id, channel_id, external_id, contact_id, kind)
       SELECT '${workspaceId}', '${channelId}', '57' || n, ${CONTACT("n")}, 'wa_id' FROM ${series}`,
  );
  await fill(
    client,
    "conversations",
    count,
    (series) =>
      `INSERT INTO conversations (workspace_id, id, channel_id, external_id, contact_id, shard, last_message_at, last_message_preview)
       SELECT '${workspaceId}', ${CHAT("n")}, '${channelId}', '57' || n, ${CONTACT("n")}, n % 64, now() - n * interval '1 second',
              'What was said long ago' FROM ${series}`,
  );
}

/** Sessions of the first contacts that wait for an answer, each with its timer far ahead. */
export async function waitingSessions(client, { workspaceId, channelId, flowId, versionId }, count) {
  await fill(
    client,
    "sessions",
    count,
    (series) =>
      `INSERT INTO sessions (workspace_id, id, conversation_id, contact_id, channel_id, flow_id, flow_version_id, status, state, node_id)
       SELECT '${workspaceId}', ${id("d", "n")}::uuid, ${CHAT("n")}, ${CONTACT("n")}, '${channelId}', '${flowId}', '${versionId}',
              'Paused', '{}', 'a' FROM ${series}`,
  );
  await fill(
    client,
    "timers",
    count,
    (series) =>
      `INSERT INTO timers (workspace_id, id, session_id, conversation_id, channel_id, external_id, wait_id, purpose, due_at, shard)
       SELECT '${workspaceId}', ${id("e", "n")}::uuid, ${id("d", "n")}::uuid, ${CHAT("n")}, '${channelId}', '57' || n, 'w1', 'expiry',
              now() + interval '30 days' + n * interval '1 second', n % 64 FROM ${series}`,
  );
}

/** Bytes of the database that is connected to. */
export async function sizeOf(client) {
  const { rows } = await client.query("SELECT pg_database_size(current_database())::float8 AS bytes");
  return rows[0].bytes;
}
