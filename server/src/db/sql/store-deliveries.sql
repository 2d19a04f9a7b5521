-- A micro-batch of webhook deliveries in one statement: log rows, inbox rows, delivery statuses, files and leads to fetch.
-- Ids are drawn in the order of arrival, because they order the work within a conversation; rows are written in
-- the order of their unique keys, so that two batches that hold the same deliveries wait for one another instead
-- of blocking each other for good.
-- $1-$11 log rows · $12-$18 delivery statuses · $19-$30 inbox rows · $31-$37 files · $38-$43 leads
WITH deliveries AS MATERIALIZED (
  SELECT nextval('webhook_log_id_seq') AS id, d.*
    FROM (SELECT unnest($1::uuid[]) AS workspace_id, unnest($2::uuid[]) AS channel_id, unnest($3::text[]) AS platform,
                 unnest($4::timestamptz[]) AS received_at, unnest($5::text[]) AS signature, unnest($6::smallint[]) AS http_status,
                 unnest($7::bytea[]) AS body, unnest($8::int[]) AS events, unnest($9::text[]) AS error,
                 unnest($10::real[]) AS duration_ms, unnest($11::text[]) AS state,
                 generate_series(1, cardinality($1::uuid[])) AS n) d
), arrived AS MATERIALIZED (
  -- A person is known by several ids (a number, a business-scoped id, an older number): all of them lead to the
  -- conversation that is there.
  SELECT nextval('inbox_events_id_seq') AS id, e.workspace_id, e.channel_id, e.kind,
         COALESCE(known.external_id, e.external_id) AS external_id, COALESCE(known.shard, e.shard) AS shard, e.provider_key,
         e.payload, e.state, e.error, e.provider_at, e.delivery
    FROM (SELECT unnest($19::uuid[]) AS workspace_id, unnest($20::uuid[]) AS channel_id, unnest($21::text[]) AS kind,
                 unnest($22::text[]) AS external_id, unnest($23::smallint[]) AS shard, unnest($24::bytea[]) AS provider_key,
                 unnest($25::json[]) AS payload, unnest($26::text[]) AS state, unnest($27::text[]) AS error,
                 unnest($28::timestamptz[]) AS provider_at, unnest($29::int[]) AS delivery, unnest($30::text[]) AS other_id) e
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
), stored AS (
  INSERT INTO inbox_events (workspace_id, id, channel_id, kind, external_id, shard, provider_key, payload, state, error,
                            received_at, provider_at, webhook_log_id)
  SELECT a.workspace_id, a.id, a.channel_id, a.kind, a.external_id, a.shard, a.provider_key, a.payload, a.state, a.error,
         d.received_at, a.provider_at, d.id
    FROM arrived a JOIN deliveries d ON d.n = a.delivery
   ORDER BY a.workspace_id, a.channel_id, a.provider_key, a.id
  ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING
  RETURNING id, shard, state
), erased AS (
  -- Come before, of a person who was erased meanwhile: the delivery is noted once more, what they said is not.
  SELECT a.delivery FROM arrived a
   WHERE a.id NOT IN (SELECT id FROM stored)
     AND EXISTS (SELECT 1 FROM inbox_events i
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
  SELECT unnest($12::uuid[]), unnest($13::uuid[]), unnest($14::text[]), unnest($15::text[]), unnest($16::timestamptz[]),
         unnest($17::json[]), unnest($18::text[])
   ORDER BY 1, 2, 3, 4
  ON CONFLICT DO NOTHING
), files AS (
  INSERT INTO media_files (workspace_id, id, channel_id, platform_id, external_id, source_url, mime, name)
  SELECT unnest($31::uuid[]), gen_random_uuid(), unnest($32::uuid[]), unnest($33::text[]), unnest($34::text[]),
         unnest($35::text[]), unnest($36::text[]), unnest($37::text[])
   ORDER BY 1, 3, 4
  ON CONFLICT (workspace_id, channel_id, platform_id) DO NOTHING
), asked AS (
  INSERT INTO leads (id, workspace_id, channel_id, platform_id, form_id, ad_id)
  SELECT unnest($38::uuid[]), unnest($39::uuid[]), unnest($40::uuid[]), unnest($41::text[]), unnest($42::text[]),
         unnest($43::text[])
   ORDER BY 2, 3, 4
  ON CONFLICT (workspace_id, channel_id, platform_id) DO NOTHING
)
SELECT shard, state FROM stored
