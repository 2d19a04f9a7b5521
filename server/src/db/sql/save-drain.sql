-- All that a drain made, whatever its size. Each parameter is a JSON array of rows; an empty one costs next to nothing.
-- $1 sessions that went on · $2 sessions that began · $3 their log · $4 messages · $5 waits that are over · $6 timers ·
-- $7 tasks · $8 contacts · $9 conversations · $10 inbox rows brought to an end
WITH went_on AS (
  -- A version that does not follow the stored one means that somebody else wrote: the caller compares the count.
  UPDATE sessions s
     SET status = k.status, state = k.state, node_id = k.node_id, end_reason = k.end_reason, error = k.error,
         version = k.version, flow_version_id = k.flow_version_id, updated_at = k.updated_at, ended_at = k.ended_at
    FROM json_to_recordset($1) AS k(workspace_id uuid, id uuid, status text, state json, node_id text, end_reason text,
                                    error json, version int, flow_version_id uuid, version_before int, updated_at timestamptz, ended_at timestamptz)
   WHERE s.workspace_id = k.workspace_id AND s.id = k.id AND s.version = k.version_before
  RETURNING s.id
), began AS (
  INSERT INTO sessions (workspace_id, id, status, state, node_id, end_reason, error, version, updated_at, ended_at,
                        conversation_id, contact_id, channel_id, flow_id, flow_version_id, started_at)
  SELECT workspace_id, id, status, state, node_id, end_reason, error, version, updated_at, ended_at,
         conversation_id, contact_id, channel_id, flow_id, flow_version_id, started_at
    FROM json_to_recordset($2) AS k(workspace_id uuid, id uuid, status text, state json, node_id text, end_reason text,
                                    error json, version int, updated_at timestamptz, ended_at timestamptz,
                                    conversation_id uuid, contact_id uuid, channel_id uuid, flow_id uuid,
                                    flow_version_id uuid, started_at timestamptz)
   -- After those that ended: a conversation has one live session, which a unique index sees to row by row.
   WHERE (SELECT count(*) FROM went_on) >= 0
), logged AS (
  INSERT INTO session_events (workspace_id, session_id, seq, inbox_event_id, part, input, effects, trace, at)
  SELECT * FROM json_to_recordset($3) AS k(workspace_id uuid, session_id uuid, seq int, inbox_event_id bigint, part smallint, input json,
                                           effects json, trace json, at timestamptz)
), said AS (
  -- In order: seq is drawn row by row, and orders the outbox.
  INSERT INTO messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, author, author_id, content, text,
                        status, platform_message_id, reply_to, client_key, session_id, node_id, flow_version_id,
                        inbox_event_id, created_at, report, comment_id, provider_at, fit_notes, sent_at, attempts, sending_until)
  SELECT workspace_id, id, conversation_id, channel_id, contact_id, direction, author, author_id, content, text,
         CASE WHEN sent_at_once THEN 'Sending' ELSE status END, platform_message_id, reply_to, client_key, session_id, node_id, flow_version_id, inbox_event_id, created_at, report,
         comment_id, provider_at, fit_notes, CASE WHEN author = 'echo' THEN COALESCE(provider_at, created_at) END,
         CASE WHEN sent_at_once THEN 1 ELSE 0 END, CASE WHEN sent_at_once THEN now() + interval '15 seconds' END
    FROM json_to_recordset($4) AS k(n int, workspace_id uuid, id uuid, conversation_id uuid, channel_id uuid, contact_id uuid,
                                    direction text, author text, author_id text, content json, text text, status text,
                                    platform_message_id text, reply_to text, client_key text, session_id uuid, node_id text,
                                    flow_version_id uuid, inbox_event_id bigint, created_at timestamptz, report smallint, comment_id text,
                                    provider_at timestamptz, fit_notes json, send_at_once boolean)
   -- Claimed as it is saved, unless others of its conversation go first.
   CROSS JOIN LATERAL (
     SELECT k.send_at_once
            AND EXISTS (SELECT 1 FROM channels c
                         WHERE c.workspace_id = k.workspace_id AND c.id = k.channel_id AND c.state = 'active'
                           AND (c.paused_until IS NULL OR c.paused_until <= now()))
            AND NOT EXISTS (SELECT 1 FROM messages m
                             WHERE m.channel_id = k.channel_id AND m.stage = 1
                               AND m.conversation_id = k.conversation_id) AS sent_at_once) claim
   ORDER BY n
  ON CONFLICT (workspace_id, id) DO NOTHING
  RETURNING id, seq, status
), waits_over AS (
  DELETE FROM timers t
   USING json_to_recordset($5) AS k(workspace_id uuid, session_id uuid, wait_id text)
   WHERE t.workspace_id = k.workspace_id AND t.session_id = k.session_id AND t.wait_id = k.wait_id
), timed AS (
  INSERT INTO timers (workspace_id, id, session_id, conversation_id, channel_id, external_id, wait_id, purpose, due_at, shard)
  SELECT * FROM json_to_recordset($6) AS k(workspace_id uuid, id uuid, session_id uuid, conversation_id uuid, channel_id uuid,
                                           external_id text, wait_id text, purpose text, due_at timestamptz, shard smallint)
  ON CONFLICT (workspace_id, session_id, wait_id, purpose) DO UPDATE SET due_at = EXCLUDED.due_at
), asked AS (
  INSERT INTO tasks (workspace_id, id, session_id, conversation_id, channel_id, external_id, wait_id, node_id, kind, request, shard)
  SELECT * FROM json_to_recordset($7) AS k(workspace_id uuid, id uuid, session_id uuid, conversation_id uuid, channel_id uuid,
                                           external_id text, wait_id text, node_id text, kind text, request json, shard smallint)
), known AS (
  UPDATE contacts c
     SET name = COALESCE(k.name, c.name, k.profile_name), language = COALESCE(k.language, c.language),
         email = COALESCE(k.email, c.email), time_zone = COALESCE(k.time_zone, c.time_zone),
         opted_out_at = CASE WHEN k.opted_out IS NULL THEN c.opted_out_at
                             WHEN k.opted_out THEN COALESCE(c.opted_out_at, now()) END,
         fields = c.fields || k.fields, updated_at = now()
    FROM json_to_recordset($8) AS k(workspace_id uuid, id uuid, name text, language text, email text, time_zone text,
                                    profile_name text, opted_out boolean, fields jsonb)
   WHERE c.workspace_id = k.workspace_id AND c.id = k.id
), talked AS (
  UPDATE conversations c
     SET mode = k.mode, assignee_id = k.assignee_id, unread = c.unread + k.unread_added,
         last_message_at = COALESCE(k.last_message_at, c.last_message_at),
         last_message_preview = COALESCE(k.last_message_preview, c.last_message_preview),
         last_inbound_at = GREATEST(k.last_inbound_at, c.last_inbound_at),
         window_expires_at = GREATEST(k.window_expires_at, c.window_expires_at), said = k.said,
         free_entry_since = k.free_entry_since, free_entry_expires_at = k.free_entry_expires_at, human_until = k.human_until
    FROM json_to_recordset($9) AS k(workspace_id uuid, id uuid, mode text, assignee_id text, unread_added int,
                                    last_message_at timestamptz, last_message_preview text, last_inbound_at timestamptz,
                                    window_expires_at timestamptz, said json, free_entry_since timestamptz,
                                    free_entry_expires_at timestamptz, human_until timestamptz)
   WHERE c.workspace_id = k.workspace_id AND c.id = k.id
), finished AS (
  UPDATE inbox_events e
     SET state = k.state, error = k.error, conversation_id = k.conversation_id, done_at = now()
    FROM json_to_recordset($10) AS k(workspace_id uuid, id bigint, state text, error text, conversation_id uuid)
   WHERE e.workspace_id = k.workspace_id AND e.id = k.id
)
SELECT (SELECT count(*)::int FROM went_on) AS "wentOn",
       (SELECT COALESCE(json_object_agg(id, json_build_object('seq', seq::text, 'status', status)), '{}') FROM said) AS said
