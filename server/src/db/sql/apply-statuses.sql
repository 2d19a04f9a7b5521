-- Applies delivery statuses to their messages, as a set and never backwards: those that just arrived, with the log rows of
-- their deliveries, and those that wait. A status is a row of its own only as long as it waits for its message; one that
-- comes again changes nothing.
-- One order holds for all of them: open 0 < Sent 1 < Failed 2 < Delivered 3 < Read 4, so whatever the order of
-- arrival, the end is the same; a failure stays unless the message proves delivered. A message is found by the
-- platform's id or, when its send's answer was lost, by our own id that the platform echoes (opaque).
-- $1-$13 log rows · $14-$20 statuses that arrived · $21-$23 sends whose statuses may wait ·
-- $24 contacts that somebody watches (null: all of them)
WITH logged AS (
  INSERT INTO webhook_log (workspace_id, channel_id, platform, received_at, signature, http_status, body, events, error,
                           duration_ms, state)
  SELECT d.workspace_id, d.channel_id, d.platform, d.received_at, d.signature, d.http_status,
         substring($9::bytea FROM d.body_from FOR d.body_size), d.events, d.error, d.duration_ms, d.state
    FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::smallint[], $7::int[], $8::int[],
                $10::int[], $11::text[], $12::real[], $13::text[])
         WITH ORDINALITY AS d(workspace_id, channel_id, platform, received_at, signature, http_status, body_from, body_size,
                              events, error, duration_ms, state, n)
   ORDER BY d.n
), heard AS MATERIALIZED (
  SELECT s.*, NULL::tid AS place
    FROM unnest($14::uuid[], $15::uuid[], $16::text[], $17::text[], $18::timestamptz[], $19::json[], $20::text[])
      AS s(workspace_id, channel_id, platform_message_id, status, at, error, opaque)
  UNION ALL
  SELECT s.workspace_id, s.channel_id, s.platform_message_id, s.status, s.at, s.error, s.opaque, s.ctid
    FROM (SELECT DISTINCT * FROM unnest($21::uuid[], $22::uuid[], $23::text[]) AS k(workspace_id, channel_id, platform_message_id)) k
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
  SELECT s.*, m.id
    FROM sends s
   CROSS JOIN LATERAL (
     SELECT m.id FROM messages m
      WHERE m.workspace_id = s.workspace_id AND m.channel_id = s.channel_id
        AND m.platform_message_id = s.platform_message_id AND m.direction = 'out'
     UNION ALL
     SELECT m.id FROM messages m
      WHERE m.workspace_id = s.workspace_id AND m.id = s.opaque
        AND m.direction = 'out' AND m.channel_id = s.channel_id AND m.platform_message_id IS NULL) m
), locked AS MATERIALIZED (
  SELECT t.*, m.status AS before,
         CASE m.status WHEN 'Sent' THEN 1 WHEN 'Failed' THEN 2 WHEN 'Delivered' THEN 3 WHEN 'Read' THEN 4 ELSE 0 END AS known
    FROM (SELECT workspace_id, id, min(platform_message_id) AS platform_message_id, max(rank) AS rank, min(sent_at) AS sent_at,
                 min(delivered_at) AS delivered_at, min(read_at) AS read_at, min(failed_at) AS failed_at, min(error) AS error
            FROM matched GROUP BY workspace_id, id) t
    JOIN messages m USING (workspace_id, id)
   ORDER BY m.workspace_id, m.id FOR UPDATE OF m
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
   WHERE s.ctid = h.place
     AND (h.workspace_id, h.channel_id, h.platform_message_id) IN
         (SELECT workspace_id, channel_id, platform_message_id FROM matched)
), moved AS (
  UPDATE messages m
     SET status = CASE WHEN l.rank > l.known THEN (ARRAY['Sent', 'Failed', 'Delivered', 'Read'])[l.rank] ELSE m.status END,
         platform_message_id = COALESCE(m.platform_message_id, l.platform_message_id),
         sent_at = COALESCE(m.sent_at, l.sent_at),
         delivered_at = COALESCE(m.delivered_at, l.delivered_at),
         read_at = COALESCE(m.read_at, l.read_at),
         failed_at = COALESCE(m.failed_at, l.failed_at),
         sending_until = CASE WHEN l.rank > l.known THEN NULL ELSE m.sending_until END,
         error = CASE WHEN l.rank <= l.known THEN m.error WHEN l.rank = 2 THEN l.error::json END
    FROM locked l
   WHERE m.workspace_id = l.workspace_id AND m.id = l.id
     AND (l.rank > l.known
          OR m.platform_message_id IS NULL
          OR m.sent_at IS NULL AND l.sent_at IS NOT NULL
          OR m.delivered_at IS NULL AND l.delivered_at IS NOT NULL
          OR m.read_at IS NULL AND l.read_at IS NOT NULL
          OR m.failed_at IS NULL AND l.failed_at IS NOT NULL)
  RETURNING m.workspace_id, m.id, m.channel_id, m.contact_id, m.seq, m.platform_message_id, m.status, m.error, l.before,
            m.conversation_id, m.report, m.client_key, m.session_id
), reported AS (
  -- A flow waits to know what became of its message: the answer is an input of its session.
  INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, conversation_id, shard, provider_key, payload, received_at)
  SELECT m.workspace_id, m.channel_id, 'delivery', c.external_id, c.id, c.shard,
         sha256(convert_to('delivery:' || m.id || ':' || m.status, 'UTF8')),
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
), news AS (
  INSERT INTO change_log (workspace_id, contact_id, room, event, payload)
  SELECT workspace_id, contact_id, 'conversation:' || contact_id, 'several',
         json_agg(json_build_object('event', 'message:status', 'payload',
                    json_build_object('messageId', id, 'waMessageId', platform_message_id, 'status', status,
                                      'contactId', contact_id, 'error', error)) ORDER BY seq)
    FROM moved WHERE status <> before
   GROUP BY workspace_id, contact_id
  RETURNING workspace_id, contact_id, seq, event, payload
)
SELECT (SELECT COALESCE(json_agg(json_build_object('workspaceId', workspace_id, 'contactId', contact_id, 'event', event,
                                                   'payload', payload, 'seq', seq::text) ORDER BY seq), '[]')
          FROM news WHERE $24::uuid[] IS NULL OR contact_id = ANY ($24)) AS live,
       -- A send that a status settled no longer holds up its conversation.
       (SELECT COALESCE(json_agg(DISTINCT channel_id), '[]')
          FROM moved WHERE status <> before AND before IN ('Sending', 'Pending')) AS freed,
       (SELECT COALESCE(json_agg(DISTINCT shard), '[]') FROM reported) AS reported
