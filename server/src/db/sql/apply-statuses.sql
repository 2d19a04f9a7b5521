-- Applies waiting delivery statuses to their messages, as a set and never backwards. A status is a row only as long as
-- it waits: what a message knows by now is deleted, and one that comes again changes nothing.
-- One order holds for all of them: open 0 < Sent 1 < Failed 2 < Delivered 3 < Read 4, so whatever the order of
-- arrival, the end is the same; a failure stays unless the message proves delivered. A message is found by the
-- platform's id or, when its send's answer was lost, by our own id that the platform echoes (opaque).
WITH keys AS (
  SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS k(workspace_id, channel_id, platform_message_id)
), waiting AS (
  SELECT s.* FROM keys JOIN delivery_statuses s USING (workspace_id, channel_id, platform_message_id)
), matched AS (
  SELECT m.workspace_id, m.id, w.channel_id, w.platform_message_id, w.status, w.at, w.error
    FROM waiting w
    JOIN messages m ON m.workspace_id = w.workspace_id AND m.channel_id = w.channel_id
                   AND m.platform_message_id = w.platform_message_id
   WHERE m.direction = 'out'
  UNION ALL
  SELECT m.workspace_id, m.id, w.channel_id, w.platform_message_id, w.status, w.at, w.error
    FROM waiting w
    JOIN messages m ON m.workspace_id = w.workspace_id AND m.id = w.opaque::uuid
   WHERE m.direction = 'out' AND m.channel_id = w.channel_id AND m.platform_message_id IS NULL
), told AS (
  SELECT workspace_id, id, min(platform_message_id) AS platform_message_id,
         max(CASE status WHEN 'sent' THEN 1 WHEN 'failed' THEN 2 WHEN 'delivered' THEN 3 WHEN 'read' THEN 4 ELSE 0 END) AS rank,
         min(at) FILTER (WHERE status = 'sent') AS sent_at,
         min(at) FILTER (WHERE status = 'delivered') AS delivered_at,
         min(at) FILTER (WHERE status = 'read') AS read_at,
         min(at) FILTER (WHERE status = 'failed') AS failed_at,
         min(error::text) FILTER (WHERE status = 'failed') AS error
    FROM matched GROUP BY workspace_id, id
), locked AS MATERIALIZED (
  SELECT m.workspace_id, m.id, m.status,
         CASE m.status WHEN 'Sent' THEN 1 WHEN 'Failed' THEN 2 WHEN 'Delivered' THEN 3 WHEN 'Read' THEN 4 ELSE 0 END AS rank
    FROM messages m JOIN told USING (workspace_id, id)
   ORDER BY m.workspace_id, m.id FOR UPDATE OF m
), done AS (
  DELETE FROM delivery_statuses s
   USING matched d
   WHERE s.workspace_id = d.workspace_id AND s.channel_id = d.channel_id
     AND s.platform_message_id = d.platform_message_id AND s.status = d.status
), moved AS (
  UPDATE messages m
     SET status = CASE WHEN t.rank > l.rank THEN (ARRAY['Sent', 'Failed', 'Delivered', 'Read'])[t.rank] ELSE m.status END,
         platform_message_id = COALESCE(m.platform_message_id, t.platform_message_id),
         sent_at = COALESCE(m.sent_at, t.sent_at),
         delivered_at = COALESCE(m.delivered_at, t.delivered_at),
         read_at = COALESCE(m.read_at, t.read_at),
         failed_at = COALESCE(m.failed_at, t.failed_at),
         sending_until = CASE WHEN t.rank > l.rank THEN NULL ELSE m.sending_until END,
         error = CASE WHEN t.rank <= l.rank THEN m.error WHEN t.rank = 2 THEN t.error::json END
    FROM told t JOIN locked l USING (workspace_id, id)
   WHERE m.workspace_id = t.workspace_id AND m.id = t.id
     AND (t.rank > l.rank
          OR m.platform_message_id IS NULL
          OR m.sent_at IS NULL AND t.sent_at IS NOT NULL
          OR m.delivered_at IS NULL AND t.delivered_at IS NOT NULL
          OR m.read_at IS NULL AND t.read_at IS NOT NULL
          OR m.failed_at IS NULL AND t.failed_at IS NOT NULL)
  RETURNING m.workspace_id, m.id, m.channel_id, m.contact_id, m.seq, m.platform_message_id, m.status, m.error, l.status AS before,
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
  SELECT workspace_id, contact_id, 'conversation:' || contact_id, 'message:status',
         json_build_object('messageId', id, 'waMessageId', platform_message_id, 'status', status, 'contactId', contact_id,
                           'error', error)
    FROM moved WHERE status <> before
   ORDER BY seq
  RETURNING workspace_id, contact_id, seq, payload
)
SELECT (SELECT COALESCE(json_agg(json_build_object('workspaceId', workspace_id, 'contactId', contact_id,
                                                   'event', 'message:status', 'payload', payload, 'seq', seq::text) ORDER BY seq), '[]')
          FROM news) AS live,
       -- A send that a status settled no longer holds up its conversation.
       (SELECT COALESCE(json_agg(DISTINCT channel_id), '[]')
          FROM moved WHERE status <> before AND before IN ('Sending', 'Pending')) AS freed,
       (SELECT COALESCE(json_agg(DISTINCT shard), '[]') FROM reported) AS reported
