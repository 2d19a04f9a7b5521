-- A micro-batch of webhook deliveries in one statement: log rows, inbox rows, delivery statuses, files and leads to fetch.
-- Ids are drawn in the order of arrival, because they order the work within a conversation; rows are written in
-- the order of their unique keys, so that two batches that hold the same deliveries wait for one another instead
-- of blocking each other for good.
-- $1-$13 log rows · $14-$20 delivery statuses · $21-$34 inbox rows · $35-$41 files · $42-$47 leads. Bodies and payloads are
-- bytes of one parameter each.
WITH deliveries AS MATERIALIZED (
  SELECT nextval('webhook_log_id_seq') AS id, d.*, substring($9::bytea FROM d.body_from FOR d.body_size) AS body
    FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::smallint[], $7::int[], $8::int[],
                $10::int[], $11::text[], $12::real[], $13::text[])
         WITH ORDINALITY AS d(workspace_id, channel_id, platform, received_at, signature, http_status, body_from, body_size,
                              events, error, duration_ms, state, n)
), arrived AS MATERIALIZED (
  -- A person is known by several ids (a number, a business-scoped id, an older number): all of them lead to the
  -- conversation that is there.
  SELECT nextval('inbox_events_id_seq') AS id, e.workspace_id, e.channel_id, e.kind,
         COALESCE(known.external_id, e.external_id) AS external_id, COALESCE(known.shard, e.shard) AS shard, e.provider_key,
         convert_from(substring($29::bytea FROM e.payload_from FOR e.payload_size), 'UTF8')::json AS payload,
         e.state, e.error, e.provider_at, e.delivery, e.n
    FROM unnest($21::uuid[], $22::uuid[], $23::text[], $24::text[], $25::smallint[], $26::bytea[], $27::int[], $28::int[],
                $30::text[], $31::text[], $32::timestamptz[], $33::int[], $34::text[])
         WITH ORDINALITY AS e(workspace_id, channel_id, kind, external_id, shard, provider_key, payload_from, payload_size,
                              state, error, provider_at, delivery, other_id, n)
    LEFT JOIN LATERAL (
      SELECT a.external_id, a.shard FROM conversation_aliases a
       WHERE a.workspace_id = e.workspace_id AND a.channel_id = e.channel_id AND a.alias = e.external_id
      UNION ALL
      SELECT c.external_id, c.shard FROM conversations c
       WHERE c.workspace_id = e.workspace_id AND c.channel_id = e.channel_id AND c.external_id = e.other_id
      UNION ALL
      SELECT a.external_id, a.shard FROM conversation_aliases a
       WHERE a.workspace_id = e.workspace_id AND a.channel_id = e.channel_id AND a.alias = e.other_id
      LIMIT 1) known ON true
), erased AS (
  -- Of a person who was erased meanwhile: the delivery is noted once more, what they said is not.
  SELECT a.delivery FROM arrived a
   WHERE EXISTS (SELECT 1 FROM inbox_events i
                  WHERE i.workspace_id = a.workspace_id AND i.channel_id = a.channel_id
                    AND i.provider_key = a.provider_key AND i.external_id = '' AND i.payload IS NULL)
), logged AS (
  INSERT INTO webhook_log (workspace_id, id, channel_id, platform, received_at, signature, http_status, body, events,
                           error, duration_ms, state)
  SELECT workspace_id, id, channel_id, platform, received_at, signature, http_status,
         CASE WHEN n IN (SELECT delivery FROM erased) THEN ''::bytea ELSE body END, events, error, duration_ms, state
    FROM deliveries ORDER BY n
), told AS (
  INSERT INTO delivery_statuses (workspace_id, channel_id, platform_message_id, status, at, error, opaque)
  SELECT s.* FROM unnest($14::uuid[], $15::uuid[], $16::text[], $17::text[], $18::timestamptz[], $19::json[], $20::text[])
                  AS s(workspace_id, channel_id, platform_message_id, status, at, error, opaque)
   ORDER BY workspace_id, channel_id, platform_message_id, status
  ON CONFLICT DO NOTHING
), files AS (
  INSERT INTO media_files (workspace_id, id, channel_id, platform_id, external_id, source_url, mime, name)
  SELECT f.workspace_id, gen_random_uuid(), f.channel_id, f.platform_id, f.external_id, f.source_url, f.mime, f.name
    FROM unnest($35::uuid[], $36::uuid[], $37::text[], $38::text[], $39::text[], $40::text[], $41::text[])
         AS f(workspace_id, channel_id, platform_id, external_id, source_url, mime, name)
   ORDER BY f.workspace_id, f.channel_id, f.platform_id
  ON CONFLICT (workspace_id, channel_id, platform_id) DO NOTHING
), asked AS (
  INSERT INTO leads (id, workspace_id, channel_id, platform_id, form_id, ad_id)
  SELECT l.* FROM unnest($42::uuid[], $43::uuid[], $44::uuid[], $45::text[], $46::text[], $47::text[])
                  AS l(id, workspace_id, channel_id, platform_id, form_id, ad_id)
   ORDER BY workspace_id, channel_id, platform_id
  ON CONFLICT (workspace_id, channel_id, platform_id) DO NOTHING
)
INSERT INTO inbox_events (workspace_id, id, channel_id, kind, external_id, shard, provider_key, payload, state, error,
                          received_at, provider_at, webhook_log_id)
SELECT a.workspace_id, a.id, a.channel_id, a.kind, a.external_id, a.shard, a.provider_key, a.payload, a.state, a.error,
       d.received_at, a.provider_at, d.id
  FROM arrived a JOIN deliveries d ON d.n = a.delivery
 ORDER BY a.workspace_id, a.channel_id, a.provider_key, a.id
ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING
RETURNING shard, state
