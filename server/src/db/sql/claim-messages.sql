-- Takes the next messages of a channel to send: of each conversation the first that is not done, when it is due.
-- While one is Sending, the later ones of its conversation wait. Several workers may ask at once: a row another
-- is taking is passed over, and the state is looked at again under the row's lock.
WITH due AS (
  SELECT m.workspace_id, m.id
    FROM messages m
   WHERE m.channel_id = $1 AND m.direction = 'out' AND m.status = 'Pending'
     AND (m.next_attempt_at IS NULL OR m.next_attempt_at <= now())
     AND NOT EXISTS (
       SELECT 1 FROM messages e
        WHERE e.channel_id = m.channel_id AND e.conversation_id = m.conversation_id AND e.direction = 'out'
          AND e.status IN ('Pending', 'Sending') AND e.seq < m.seq)
     AND EXISTS (
       SELECT 1 FROM channels c
        WHERE c.workspace_id = m.workspace_id AND c.id = m.channel_id AND c.state = 'active'
          AND (c.paused_until IS NULL OR c.paused_until <= now()))
   ORDER BY m.seq
   LIMIT $2
     FOR UPDATE OF m SKIP LOCKED
)
UPDATE messages m
   SET status = 'Sending', attempts = m.attempts + 1, sending_until = now() + interval '45 seconds', next_attempt_at = NULL
  FROM due, conversations c, contacts p
 WHERE m.workspace_id = due.workspace_id AND m.id = due.id AND m.status = 'Pending'
   AND c.workspace_id = m.workspace_id AND c.id = m.conversation_id
   AND p.workspace_id = m.workspace_id AND p.id = m.contact_id
RETURNING m.workspace_id AS "workspaceId", m.id, m.conversation_id AS "conversationId", m.contact_id AS "contactId",
          m.content, m.attempts, m.created_at AS "createdAt", c.external_id AS "externalId", p.phone
