-- What came of a set of sends. Only the attempt that was made counts (attempts is its number): an answer that comes
-- after its message was set to Uncertain still settles it, one that comes after a delivery status only adds the
-- platform's id.
WITH results AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::json[], $7::bigint[], $8::boolean[])
      AS r(workspace_id, id, attempt, status, platform_message_id, error, wait_ms, uncounted)
), locked AS MATERIALIZED (
  SELECT m.workspace_id, m.id, m.status AS before, m.status IN ('Sending', 'Uncertain') AS open
    FROM messages m JOIN results r USING (workspace_id, id)
   WHERE m.attempts = r.attempt
   ORDER BY m.workspace_id, m.id FOR UPDATE OF m
)
UPDATE messages m
   SET status = CASE WHEN l.open THEN r.status ELSE m.status END,
       platform_message_id = COALESCE(m.platform_message_id, r.platform_message_id),
       error = CASE WHEN l.open THEN r.error ELSE m.error END,
       attempts = CASE WHEN l.open AND r.uncounted THEN m.attempts - 1 ELSE m.attempts END,
       next_attempt_at = CASE WHEN l.open AND r.wait_ms IS NOT NULL THEN now() + r.wait_ms * interval '1 millisecond' END,
       sending_until = NULL,
       sent_at = CASE WHEN r.status = 'Sent' THEN COALESCE(m.sent_at, now()) ELSE m.sent_at END,
       failed_at = CASE WHEN l.open AND r.status = 'Failed' THEN now() ELSE m.failed_at END
  FROM results r JOIN locked l USING (workspace_id, id)
 WHERE m.workspace_id = r.workspace_id AND m.id = r.id
RETURNING m.workspace_id AS "workspaceId", m.id, m.channel_id AS "channelId", m.contact_id AS "contactId",
          m.platform_message_id AS "platformMessageId", m.status, m.error, l.before AS "statusBefore"
