-- Applies delivery statuses to their messages, as a set and never backwards: those that just arrived, with the log rows of
-- their deliveries, and those that wait. A status is a row of its own only as long as it waits for its message; one that
-- comes again changes nothing.
-- One order holds for all of them: open 0 < Sent 1 < Failed 2 < Delivered 3 < Read 4, so whatever the order of
-- arrival, the end is the same; a failure stays unless the message proves delivered. A message is found by the
-- platform's id or, when its send's answer was lost, by our own id that the platform echoes (opaque).
-- Nothing is locked before it is written: what a row says now is compared while it is changed, in the order of the ids, so that
-- two that have the same messages wait for one another. `before` is only what was seen: it decides what is told, and a flow that
-- is told the same twice is told once by the key of its row.
-- $1-$11 log rows · $12-$18 statuses that arrived · $19-$21 sends whose statuses may wait ·
-- $22 contacts that somebody watches (null: all of them)
WITH logged AS (
  INSERT INTO webhook_log (workspace_id, channel_id, platform, received_at, signature, http_status, body, events, error,
                           duration_ms, state)
  SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::timestamptz[]), unnest($5::text[]),
         unnest($6::smallint[]), unnest($7::bytea[]), unnest($8::int[]), unnest($9::text[]), unnest($10::real[]),
         unnest($11::text[])
), heard AS MATERIALIZED (
  SELECT unnest($12::uuid[]) AS workspace_id, unnest($13::uuid[]) AS channel_id, unnest($14::text[]) AS platform_message_id,
         unnest($15::text[]) AS status, unnest($16::timestamptz[]) AS at, unnest($17::json[]) AS error,
         unnest($18::text[]) AS opaque, NULL::tid AS place
  UNION ALL
  SELECT s.workspace_id, s.channel_id, s.platform_message_id, s.status, s.at, s.error, s.opaque, s.ctid
    FROM (SELECT DISTINCT unnest($19::uuid[]) AS workspace_id, unnest($20::uuid[]) AS channel_id,
                          unnest($21::text[]) AS platform_message_id) k
    JOIN delivery_statuses s USING (workspace_id, channel_id, platform_message_id)
), sends AS MATERIALIZED (
  SELECT workspace_id, channel_id, platform_message_id, min(opaque)::uuid AS opaque,
         max(CASE status WHEN 'sent' THEN 1 WHEN 'failed' THEN 2 WHEN 'delivered' THEN 3 WHEN 'read' THEN 4 ELSE 0 END) AS rank,
         min(at) FILTER (WHERE status = 'sent') AS sent_at,
         min(at) FILTER (WHERE status = 'delivered') AS delivered_at,
         min(at) FILTER (WHERE status = 'read') AS read_at,
         min(at) FILTER (WHERE status = 'failed') AS failed_at,
         min(error::text) FILTER (WHERE status = 'failed') AS error
    FROM heard GROUP BY workspace_id, channel_id, platform_message_id
), matched AS MATERIALIZED (
  -- By our own id first: most statuses carry it.
  SELECT s.*, m.id, m.status AS before
    FROM sends s
   CROSS JOIN LATERAL (
     SELECT m.id, m.status FROM messages m
      WHERE m.workspace_id = s.workspace_id AND m.id = s.opaque AND m.direction = 'out' AND m.channel_id = s.channel_id
        AND (m.platform_message_id IS NULL OR m.platform_message_id = s.platform_message_id)
     UNION ALL
     SELECT m.id, m.status FROM messages m
      WHERE m.workspace_id = s.workspace_id AND m.channel_id = s.channel_id
        AND m.platform_message_id = s.platform_message_id AND m.direction = 'out'
     LIMIT 1) m
), found AS MATERIALIZED (
  -- With the statuses that are as far or further: where one of them stands, it stays.
  SELECT workspace_id, id, min(before) AS before, min(platform_message_id) AS platform_message_id,
         (ARRAY['Sent', 'Failed', 'Delivered', 'Read'])[max(rank)] AS status,
         (ARRAY['Sent', 'Failed', 'Delivered', 'Read'])[max(rank):] AS further, min(sent_at) AS sent_at,
         min(delivered_at) AS delivered_at, min(read_at) AS read_at, min(failed_at) AS failed_at, min(error) AS error
    FROM matched GROUP BY workspace_id, id HAVING max(rank) > 0 ORDER BY workspace_id, id
), waits AS (
  INSERT INTO delivery_statuses (workspace_id, channel_id, platform_message_id, status, at, error, opaque)
  SELECT h.workspace_id, h.channel_id, h.platform_message_id, h.status, h.at, h.error, h.opaque
    FROM heard h
   WHERE h.place IS NULL
     AND (h.workspace_id, h.channel_id, h.platform_message_id) NOT IN
         (SELECT workspace_id, channel_id, platform_message_id FROM matched)
   ORDER BY 1, 2, 3, 4
  ON CONFLICT DO NOTHING
), done AS (
  DELETE FROM delivery_statuses s
   USING heard h
   WHERE h.place IS NOT NULL AND s.ctid = h.place
     AND (h.workspace_id, h.channel_id, h.platform_message_id) IN
         (SELECT workspace_id, channel_id, platform_message_id FROM matched)
), moved AS (
  UPDATE messages m
     SET status = CASE WHEN m.status <> ALL (f.further) THEN f.status ELSE m.status END,
         platform_message_id = COALESCE(m.platform_message_id, f.platform_message_id),
         sent_at = COALESCE(m.sent_at, f.sent_at),
         delivered_at = COALESCE(m.delivered_at, f.delivered_at),
         read_at = COALESCE(m.read_at, f.read_at),
         failed_at = COALESCE(m.failed_at, f.failed_at),
         sending_until = CASE WHEN m.status <> ALL (f.further) THEN NULL ELSE m.sending_until END,
         sending_by = CASE WHEN m.status <> ALL (f.further) THEN NULL ELSE m.sending_by END,
         error = CASE WHEN m.status = ANY (f.further) THEN m.error WHEN f.status = 'Failed' THEN f.error::json END
    FROM found f
   WHERE m.workspace_id = f.workspace_id AND m.id = f.id
     AND (m.status <> ALL (f.further)
          OR m.platform_message_id IS NULL
          OR m.sent_at IS NULL AND f.sent_at IS NOT NULL
          OR m.delivered_at IS NULL AND f.delivered_at IS NOT NULL
          OR m.read_at IS NULL AND f.read_at IS NOT NULL
          OR m.failed_at IS NULL AND f.failed_at IS NOT NULL)
  RETURNING m.workspace_id, m.id, m.channel_id, m.contact_id, m.seq, m.platform_message_id, m.status, m.error, f.before,
            m.conversation_id, m.report, m.client_key, m.session_id
), reported AS (
  -- A flow waits to know what became of its message: the answer is an input of its session.
  INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, conversation_id, shard, provider_key, payload, received_at)
  SELECT m.workspace_id, m.channel_id, 'delivery', c.external_id, c.id, c.shard,
         sha256(convert_to('delivery:' || m.id || CASE m.status WHEN 'Failed' THEN ':Failed' ELSE ':Sent' END, 'UTF8')),
         json_build_object('sessionId', m.session_id, 'effectId', regexp_replace(m.client_key, ':\d+$', ''),
                           'status', CASE m.status WHEN 'Failed' THEN 'failed' ELSE 'sent' END,
                           'code', m.error ->> 'code', 'message', m.error ->> 'message'),
         now()
    FROM moved m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
   WHERE m.session_id IS NOT NULL AND m.status <> m.before
     AND (m.report > 0 AND m.status = 'Failed' OR m.report > 1 AND m.before IN ('Pending', 'Sending', 'Uncertain')
          AND m.status IN ('Sent', 'Delivered', 'Read'))
  ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING
  RETURNING shard
), told AS (
  SELECT *, row_number() OVER (PARTITION BY workspace_id ORDER BY seq) - 1 AS place FROM moved WHERE status <> before
), noted AS (
  INSERT INTO change_log (workspace_id, room, event, payload)
  SELECT workspace_id, 'workspace', 'referred', json_build_object('statuses', json_agg(id ORDER BY place))
    FROM told GROUP BY workspace_id
  RETURNING workspace_id, seq
)
SELECT (SELECT COALESCE(json_agg(json_build_object(
                 'workspaceId', workspace_id, 'contactId', contact_id, 'event', 'message:status', 'seq', (n.seq + t.place)::text,
                 'payload', json_build_object('messageId', id, 'waMessageId', platform_message_id, 'status', status,
                                              'contactId', contact_id, 'error', error)) ORDER BY n.seq, t.place), '[]')
          FROM told t JOIN noted n USING (workspace_id) WHERE $22::uuid[] IS NULL OR contact_id = ANY ($22)) AS live,
       -- A send that a status settled no longer holds up its conversation.
       (SELECT COALESCE(json_agg(DISTINCT channel_id), '[]')
          FROM moved WHERE status <> before AND before IN ('Sending', 'Pending')) AS freed,
       (SELECT COALESCE(json_agg(DISTINCT shard), '[]') FROM reported) AS reported
