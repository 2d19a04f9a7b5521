-- What came of a set of sends, what live lists are told of it, and the next message of each conversation that went on.
-- Only the attempt that was made counts (attempts is its number): an answer that comes after its message was set to
-- Uncertain still settles it, one that comes after a delivery status only adds the platform's id.
-- The next messages are claimed with it, where $9 allows it: a conversation's messages follow each other without another look
-- at the outbox. Somebody else may be claiming the same one: whoever comes second finds that it is Pending no more.
-- Nothing is locked before it is written: what a row says now is compared while it is changed, in the order of the ids.
-- $1-$9 results · $10 contacts that somebody watches (null: all of them) · $11 next messages the process has already: of them
-- it is told only that they are its to send · $12 the journal of this process's sends
WITH results AS MATERIALIZED (
  SELECT unnest($1::uuid[]) AS workspace_id, unnest($2::uuid[]) AS id, unnest($3::int[]) AS attempt, unnest($4::text[]) AS status,
         unnest($5::text[]) AS platform_message_id, unnest($6::json[]) AS error, unnest($7::bigint[]) AS wait_ms,
         unnest($8::boolean[]) AS uncounted, unnest($9::boolean[]) AS follow
   ORDER BY 1, 2
), saved AS (
  UPDATE messages m
     SET status = CASE WHEN m.status IN ('Sending', 'Uncertain') THEN r.status ELSE m.status END,
         platform_message_id = COALESCE(m.platform_message_id, r.platform_message_id),
         error = CASE WHEN m.status IN ('Sending', 'Uncertain') THEN r.error ELSE m.error END,
         uncounted = CASE WHEN m.status IN ('Sending', 'Uncertain') AND r.uncounted THEN m.uncounted + 1 ELSE m.uncounted END,
         next_attempt_at = CASE WHEN m.status IN ('Sending', 'Uncertain') AND r.wait_ms IS NOT NULL THEN now() + r.wait_ms * interval '1 millisecond' END,
         sending_until = NULL, sending_by = NULL,
         sent_at = CASE WHEN r.status = 'Sent' THEN COALESCE(m.sent_at, now()) ELSE m.sent_at END,
         failed_at = CASE WHEN m.status IN ('Sending', 'Uncertain') AND r.status = 'Failed' THEN now() ELSE m.failed_at END
    FROM results r
   WHERE m.workspace_id = r.workspace_id AND m.id = r.id AND m.attempts = r.attempt
  RETURNING m.workspace_id, m.id, m.channel_id, m.conversation_id, m.contact_id, m.seq, m.platform_message_id, m.status,
            m.error, m.status = r.status AS settled, r.follow, m.report, m.client_key, m.session_id
), reported AS (
  -- A flow waits to know what became of its message: the answer is an input of its session.
  INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, conversation_id, shard, provider_key, payload, received_at)
  SELECT m.workspace_id, m.channel_id, 'delivery', c.external_id, c.id, c.shard,
         sha256(convert_to('delivery:' || m.id || ':' || m.status, 'UTF8')),
         json_build_object('sessionId', m.session_id, 'effectId', regexp_replace(m.client_key, ':\d+$', ''),
                           'status', CASE m.status WHEN 'Failed' THEN 'failed' ELSE 'sent' END,
                           'code', m.error ->> 'code', 'message', m.error ->> 'message'),
         now()
    FROM saved m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
   WHERE m.session_id IS NOT NULL AND m.settled
     AND (m.report > 0 AND m.status = 'Failed' OR m.report > 1 AND m.status = 'Sent')
  ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING
  RETURNING shard
), told AS (
  -- A try that failed and will be repeated is told too: its error explains the wait.
  SELECT *, row_number() OVER (PARTITION BY workspace_id ORDER BY seq) - 1 AS place
    FROM saved WHERE settled OR error IS NOT NULL
), noted AS (
  INSERT INTO change_log (workspace_id, room, event, payload)
  SELECT workspace_id, 'workspace', 'referred', json_build_object('statuses', json_agg(id ORDER BY place))
    FROM told GROUP BY workspace_id
  RETURNING workspace_id, seq
), next AS MATERIALIZED (
  SELECT n.workspace_id, n.id
    FROM saved s
    JOIN channels c ON c.workspace_id = s.workspace_id AND c.id = s.channel_id AND c.state = 'active'
                   AND (c.paused_until IS NULL OR c.paused_until <= now())
   CROSS JOIN LATERAL (
     SELECT m.workspace_id, m.id, m.status, m.next_attempt_at
       FROM messages m
      WHERE m.channel_id = s.channel_id AND m.stage = 1
        AND m.conversation_id = s.conversation_id AND m.seq > s.seq
      ORDER BY m.conversation_id, m.seq LIMIT 1) n
   WHERE s.follow AND s.status NOT IN ('Pending', 'Sending')
     AND n.status = 'Pending' AND (n.next_attempt_at IS NULL OR n.next_attempt_at <= now())
), claimed AS (
  UPDATE messages m
     SET status = 'Sending', attempts = m.attempts + 1, sending_until = now() + interval '15 seconds', sending_by = $12::bigint,
         next_attempt_at = NULL
    FROM next
   WHERE m.workspace_id = next.workspace_id AND m.id = next.id AND m.status = 'Pending'
  RETURNING m.workspace_id, m.id, m.conversation_id, m.contact_id, m.content, m.reply_to, m.attempts, m.uncounted, m.created_at,
            m.author, m.comment_id,
            -- What was tried before is read anew: its process knows the first attempt only.
            m.attempts = 1 AND m.id = ANY ($11::uuid[]) AS known
)
SELECT (SELECT COALESCE(json_agg(json_build_object('workspaceId', workspace_id, 'channelId', channel_id,
                                                   'platformMessageId', platform_message_id)), '[]')
          FROM saved WHERE platform_message_id IS NOT NULL) AS sent,
       (SELECT COALESCE(json_agg(json_build_object(
                 'workspaceId', workspace_id, 'contactId', contact_id, 'event', 'message:status', 'seq', (n.seq + t.place)::text,
                 'payload', json_build_object('messageId', id, 'waMessageId', platform_message_id, 'status', status,
                                              'contactId', contact_id, 'error', error)) ORDER BY n.seq, t.place), '[]')
          FROM told t JOIN noted n USING (workspace_id) WHERE $10::uuid[] IS NULL OR contact_id = ANY ($10)) AS live,
       (SELECT COALESCE(json_agg(id), '[]') FROM claimed WHERE known) AS "nextKnown",
       (SELECT COALESCE(json_agg(json_build_object(
                 'workspaceId', m.workspace_id, 'id', m.id, 'conversationId', m.conversation_id, 'contactId', m.contact_id,
                 'content', m.content, 'replyTo', m.reply_to, 'attempts', m.attempts, 'uncounted', m.uncounted, 'createdAt', m.created_at,
                 'author', m.author, 'commentId', m.comment_id, 'windowExpiresAt', c.window_expires_at,
                 'lastInboundAt', c.last_inbound_at, 'clockAheadMs', c.clock_ahead_s * 1000.0::float8,
                 'externalId', COALESCE(c.send_to, c.external_id), 'phone', p.phone)), '[]')
          FROM claimed m
          LEFT JOIN LATERAL (SELECT * FROM conversations c
                              WHERE c.workspace_id = m.workspace_id AND c.id = m.conversation_id LIMIT 1) c ON true
          LEFT JOIN LATERAL (SELECT p.phone FROM contacts p
                              WHERE p.workspace_id = m.workspace_id AND p.id = m.contact_id LIMIT 1) p ON true
         WHERE NOT m.known) AS next,
       (SELECT COALESCE(json_agg(DISTINCT shard), '[]') FROM reported) AS reported
