-- Takes the next messages of a channel to send: of each conversation the first that is not done, when it is due.
-- While one is Sending, the later ones of its conversation wait. Several workers may ask at once: a row another
-- is taking is passed over, and the state is looked at again under the row's lock.
-- The conversations with something to send are walked through along messages_outbox_idx, one step of the index each,
-- and only until enough are found: what waits behind costs nothing. The walk begins after conversation $3, so that
-- asking again goes round and everybody gets a turn. Written so that there is only one way to run it: on a database
-- without statistics (a new one) a join over the open messages was measured at seconds instead of a millisecond.
-- $1 channel · $2 how many · $3 after this conversation · $4 workspace · $5 the journal of this process's sends
WITH RECURSIVE heads AS (
  (SELECT m.workspace_id, m.id, m.conversation_id, m.status, m.next_attempt_at
     FROM messages m
    WHERE m.channel_id = $1 AND m.stage = 1 AND m.conversation_id > $3
      AND EXISTS (SELECT 1 FROM channels c
                   WHERE c.workspace_id = $4 AND c.id = $1 AND c.state = 'active'
                     AND (c.paused_until IS NULL OR c.paused_until <= now()))
    ORDER BY m.conversation_id, m.seq LIMIT 1)
  UNION ALL
  SELECT further.*
    FROM heads h
   CROSS JOIN LATERAL (
     SELECT m.workspace_id, m.id, m.conversation_id, m.status, m.next_attempt_at
       FROM messages m
      WHERE m.channel_id = $1 AND m.stage = 1
        AND m.conversation_id > h.conversation_id
      ORDER BY m.conversation_id, m.seq LIMIT 1) further
), chosen AS MATERIALIZED (
  SELECT workspace_id, id FROM heads
   WHERE status = 'Pending' AND (next_attempt_at IS NULL OR next_attempt_at <= now())
   LIMIT $2
), due AS MATERIALIZED (
  SELECT m.workspace_id, m.id
    FROM chosen JOIN messages m ON m.workspace_id = chosen.workspace_id AND m.id = chosen.id
   WHERE m.status = 'Pending'
     FOR UPDATE OF m SKIP LOCKED
)
UPDATE messages m
   SET status = 'Sending', attempts = m.attempts + 1, sending_until = now() + interval '15 seconds', sending_by = $5::bigint,
       next_attempt_at = NULL
  FROM due
 WHERE m.workspace_id = due.workspace_id AND m.id = due.id
RETURNING m.workspace_id AS "workspaceId", m.id, m.conversation_id AS "conversationId", m.contact_id AS "contactId",
          m.content, m.reply_to AS "replyTo", m.attempts, m.uncounted, m.created_at AS "createdAt", m.author, m.comment_id AS "commentId",
          (SELECT c.window_expires_at FROM conversations c
            WHERE c.workspace_id = m.workspace_id AND c.id = m.conversation_id) AS "windowExpiresAt",
          (SELECT c.last_inbound_at FROM conversations c
            WHERE c.workspace_id = m.workspace_id AND c.id = m.conversation_id) AS "lastInboundAt",
          (SELECT c.clock_ahead_s * 1000.0::float8 FROM conversations c
            WHERE c.workspace_id = m.workspace_id AND c.id = m.conversation_id) AS "clockAheadMs",
          (SELECT COALESCE(c.send_to, c.external_id) FROM conversations c
            WHERE c.workspace_id = m.workspace_id AND c.id = m.conversation_id) AS "externalId",
          (SELECT p.phone FROM contacts p WHERE p.workspace_id = m.workspace_id AND p.id = m.contact_id) AS phone
