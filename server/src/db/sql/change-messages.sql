-- Messages that are there, changed by who wrote them, reacted to, delivered and read. $1 revisions · $2 reactions · $3 watermarks,
-- each a JSON array of rows with at most one row for a message. Only messages of the person's own conversation are touched.
WITH revised AS (
  UPDATE messages m
     -- What its writer took back is not kept (Meta's terms); what was edited can be looked up.
     SET revisions = CASE WHEN k.content IS NOT NULL
                          THEN array_to_json(ARRAY(SELECT json_array_elements(COALESCE(m.revisions, '[]'))) ||
                                             json_build_object('content', m.content, 'at', COALESCE(m.edited_at, m.created_at))) END,
         content = COALESCE(k.content, '{"type":"unknown","platformType":"deleted","raw":null}'),
         text = COALESCE(k.text, ''),
         edited_at = CASE WHEN k.content IS NOT NULL THEN k.at ELSE m.edited_at END,
         deleted_at = CASE WHEN k.content IS NULL THEN k.at END
    FROM json_to_recordset($1) AS k(workspace_id uuid, channel_id uuid, conversation_id uuid, platform_message_id text,
                                    content json, text text, at timestamptz)
   WHERE m.workspace_id = k.workspace_id AND m.channel_id = k.channel_id AND m.platform_message_id = k.platform_message_id
     AND m.conversation_id = k.conversation_id AND m.deleted_at IS NULL
  RETURNING m.workspace_id, m.id, m.inbox_event_id, m.deleted_at
), forgotten AS (
  UPDATE inbox_events e SET payload = NULL
    FROM revised r
   WHERE r.deleted_at IS NOT NULL AND e.workspace_id = r.workspace_id AND e.id = r.inbox_event_id AND e.state <> 'pending'
), reacted AS (
  UPDATE messages m SET reaction = NULLIF(k.emoji, '')
    FROM json_to_recordset($2) AS k(workspace_id uuid, channel_id uuid, conversation_id uuid, platform_message_id text, emoji text)
   WHERE m.workspace_id = k.workspace_id AND m.channel_id = k.channel_id AND m.platform_message_id = k.platform_message_id
     AND m.conversation_id = k.conversation_id
     AND NOT EXISTS (SELECT 1 FROM json_to_recordset($1) AS r(channel_id uuid, platform_message_id text)
                      WHERE r.channel_id = k.channel_id AND r.platform_message_id = k.platform_message_id)
  RETURNING m.workspace_id, m.id
), reached AS (
  -- Statuses never go back. The platform's clock and ours differ by little: a second is granted.
  UPDATE messages m
     SET status = k.status,
         delivered_at = COALESCE(m.delivered_at, k.up_to),
         read_at = CASE WHEN k.status = 'Read' THEN COALESCE(m.read_at, k.up_to) ELSE m.read_at END
    FROM json_to_recordset($3) AS k(workspace_id uuid, conversation_id uuid, status text, up_to timestamptz)
   WHERE m.workspace_id = k.workspace_id AND m.conversation_id = k.conversation_id AND m.direction = 'out'
     AND (m.status = 'Sent' OR m.status = 'Delivered' AND k.status = 'Read')
     AND COALESCE(m.sent_at, m.created_at) <= k.up_to + interval '1 second'
  RETURNING m.workspace_id, m.id, m.contact_id, m.platform_message_id, m.status, m.seq
)
SELECT (SELECT COALESCE(json_agg(json_build_object('workspaceId', c.workspace_id, 'id', c.id)), '[]')
          FROM (SELECT workspace_id, id FROM revised UNION SELECT workspace_id, id FROM reacted) c) AS changed,
       (SELECT COALESCE(json_agg(json_build_object('workspaceId', workspace_id, 'contactId', contact_id, 'messageId', id,
                                                   'waMessageId', platform_message_id, 'status', status) ORDER BY seq), '[]')
          FROM reached) AS reached
