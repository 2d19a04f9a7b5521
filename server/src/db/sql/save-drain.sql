-- All that a drain made, whatever its size; an empty list costs next to nothing. What nearly every drain makes comes as a list
-- for each column, the rest as JSON arrays of rows.
-- $1-$17 sessions · $18-$26 their log · $27-$50 messages · $51-$63 conversations · $64-$68 inbox rows brought to an end ·
-- $69 waits that are over · $70 timers · $71 tasks · $72 contacts · $73-$74 what sockets are told · $75 how many sessions were
-- there before · $76 the journal of this process's sends
WITH session_rows AS MATERIALIZED (
  SELECT unnest($1::uuid[]) AS workspace_id, unnest($2::uuid[]) AS id, unnest($3::text[]) AS status, unnest($4::json[]) AS state,
         unnest($5::text[]) AS node_id, unnest($6::text[]) AS end_reason, unnest($7::json[]) AS error, unnest($8::int[]) AS version,
         unnest($9::timestamptz[]) AS updated_at, unnest($10::timestamptz[]) AS ended_at, unnest($11::uuid[]) AS conversation_id,
         unnest($12::uuid[]) AS contact_id, unnest($13::uuid[]) AS channel_id, unnest($14::uuid[]) AS flow_id,
         unnest($15::uuid[]) AS flow_version_id, unnest($16::timestamptz[]) AS started_at,
         -- Null: the session began here.
         unnest($17::int[]) AS version_before
), went_on AS (
  -- A version that does not follow the stored one means that somebody else wrote: the end compares the count.
  UPDATE sessions s
     SET status = k.status, state = k.state, node_id = k.node_id, end_reason = k.end_reason, error = k.error,
         version = k.version, flow_version_id = k.flow_version_id, updated_at = k.updated_at, ended_at = k.ended_at
    FROM session_rows k
   WHERE s.workspace_id = k.workspace_id AND s.id = k.id AND s.version = k.version_before
  RETURNING s.id
), began AS (
  INSERT INTO sessions (workspace_id, id, status, state, node_id, end_reason, error, version, updated_at, ended_at,
                        conversation_id, contact_id, channel_id, flow_id, flow_version_id, started_at)
  SELECT workspace_id, id, status, state, node_id, end_reason, error, version, updated_at, ended_at,
         conversation_id, contact_id, channel_id, flow_id, flow_version_id, started_at
    FROM session_rows
   WHERE version_before IS NULL
   -- After those that ended: a conversation has one live session, which a unique index sees to row by row.
     AND (SELECT count(*) FROM went_on) >= 0
), logged AS (
  INSERT INTO session_events (workspace_id, session_id, seq, inbox_event_id, part, input, effects, trace, at)
  SELECT unnest($18::uuid[]), unnest($19::uuid[]), unnest($20::int[]), unnest($21::bigint[]), unnest($22::smallint[]),
         unnest($23::json[]), unnest($24::json[]), unnest($25::json[]), unnest($26::timestamptz[])
), to_say AS MATERIALIZED (
  -- Claimed as it is saved, where its channel may send and no other of its conversation goes first.
  SELECT k.*, may.send IS NOT NULL AND waiting.there IS NULL AS sent_at_once
    FROM (SELECT unnest($27::uuid[]) AS workspace_id, unnest($28::uuid[]) AS id, unnest($29::uuid[]) AS conversation_id,
                 unnest($30::uuid[]) AS channel_id, unnest($31::uuid[]) AS contact_id, unnest($32::text[]) AS direction,
                 unnest($33::text[]) AS author, unnest($34::text[]) AS author_id, unnest($35::json[]) AS content,
                 unnest($36::text[]) AS text, unnest($37::text[]) AS status, unnest($38::text[]) AS platform_message_id,
                 unnest($39::text[]) AS reply_to, unnest($40::text[]) AS client_key, unnest($41::uuid[]) AS session_id,
                 unnest($42::text[]) AS node_id, unnest($43::uuid[]) AS flow_version_id, unnest($44::bigint[]) AS inbox_event_id,
                 unnest($45::timestamptz[]) AS created_at, unnest($46::smallint[]) AS report, unnest($47::text[]) AS comment_id,
                 unnest($48::timestamptz[]) AS provider_at, unnest($49::json[]) AS fit_notes, unnest($50::boolean[]) AS send_at_once,
                 -- Drawn row by row, in the order of the lists: it orders the outbox.
                 nextval('messages_seq_seq') AS seq) k
    LEFT JOIN LATERAL (
      SELECT true AS send FROM channels c
       WHERE c.workspace_id = k.workspace_id AND c.id = k.channel_id AND c.state = 'active'
         AND (c.paused_until IS NULL OR c.paused_until <= now())
       LIMIT 1) may ON k.send_at_once
    LEFT JOIN LATERAL (
      SELECT true AS there FROM messages m
       WHERE m.channel_id = k.channel_id AND m.stage = 1 AND m.conversation_id = k.conversation_id
       LIMIT 1) waiting ON k.send_at_once
), said AS (
  INSERT INTO messages (workspace_id, id, conversation_id, channel_id, contact_id, seq, direction, author, author_id, content, text,
                        status, platform_message_id, reply_to, client_key, session_id, node_id, flow_version_id,
                        inbox_event_id, created_at, report, comment_id, provider_at, fit_notes, sent_at, attempts, sending_until,
                        sending_by)
  SELECT workspace_id, id, conversation_id, channel_id, contact_id, seq, direction, author, author_id, content, text,
         CASE WHEN sent_at_once THEN 'Sending' ELSE status END, platform_message_id, reply_to, client_key, session_id, node_id,
         flow_version_id, inbox_event_id, created_at, report, comment_id, provider_at, fit_notes,
         CASE WHEN author = 'echo' THEN COALESCE(provider_at, created_at) END,
         CASE WHEN sent_at_once THEN 1 ELSE 0 END, CASE WHEN sent_at_once THEN now() + interval '15 seconds' END,
         CASE WHEN sent_at_once THEN $76::bigint END
    FROM to_say
  ON CONFLICT (workspace_id, id) DO NOTHING
  RETURNING id, seq, status
), waits_over AS (
  DELETE FROM timers t
   USING json_to_recordset($69) AS k(workspace_id uuid, session_id uuid, wait_id text)
   WHERE t.workspace_id = k.workspace_id AND t.session_id = k.session_id AND t.wait_id = k.wait_id
), timed AS (
  INSERT INTO timers (workspace_id, id, session_id, conversation_id, channel_id, external_id, wait_id, purpose, due_at, shard)
  SELECT * FROM json_to_recordset($70) AS k(workspace_id uuid, id uuid, session_id uuid, conversation_id uuid, channel_id uuid,
                                           external_id text, wait_id text, purpose text, due_at timestamptz, shard smallint)
  ON CONFLICT (workspace_id, session_id, wait_id, purpose) DO UPDATE SET due_at = EXCLUDED.due_at
), asked AS (
  INSERT INTO tasks (workspace_id, id, session_id, conversation_id, channel_id, external_id, wait_id, node_id, kind, request, shard)
  SELECT * FROM json_to_recordset($71) AS k(workspace_id uuid, id uuid, session_id uuid, conversation_id uuid, channel_id uuid,
                                           external_id text, wait_id text, node_id text, kind text, request json, shard smallint)
), known AS (
  UPDATE contacts c
     SET name = COALESCE(k.name, c.name, k.profile_name), language = COALESCE(k.language, c.language),
         email = COALESCE(k.email, c.email), time_zone = COALESCE(k.time_zone, c.time_zone),
         opted_out_at = CASE WHEN k.opted_out IS NULL THEN c.opted_out_at
                             WHEN k.opted_out THEN COALESCE(c.opted_out_at, now()) END,
         fields = c.fields || k.fields, updated_at = now()
    FROM json_to_recordset($72) AS k(workspace_id uuid, id uuid, name text, language text, email text, time_zone text,
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
    FROM (SELECT unnest($51::uuid[]) AS workspace_id, unnest($52::uuid[]) AS id, unnest($53::text[]) AS mode,
                 unnest($54::text[]) AS assignee_id, unnest($55::int[]) AS unread_added,
                 unnest($56::timestamptz[]) AS last_message_at, unnest($57::text[]) AS last_message_preview,
                 unnest($58::timestamptz[]) AS last_inbound_at, unnest($59::timestamptz[]) AS window_expires_at,
                 unnest($60::json[]) AS said, unnest($61::timestamptz[]) AS free_entry_since,
                 unnest($62::timestamptz[]) AS free_entry_expires_at, unnest($63::timestamptz[]) AS human_until) k
   WHERE c.workspace_id = k.workspace_id AND c.id = k.id
), finished AS (
  UPDATE inbox_events e
     SET state = k.state, error = k.error, conversation_id = k.conversation_id, done_at = now()
    FROM (SELECT unnest($64::uuid[]) AS workspace_id, unnest($65::bigint[]) AS id, unnest($66::text[]) AS state,
                 unnest($67::text[]) AS error, unnest($68::uuid[]) AS conversation_id) k
   WHERE e.workspace_id = k.workspace_id AND e.id = k.id
), noted AS (
  -- In order: the numbers are drawn row by row.
  INSERT INTO change_log (workspace_id, room, event, payload)
  SELECT workspace_id, 'workspace', 'referred', payload
    FROM (SELECT unnest($73::uuid[]) AS workspace_id, unnest($74::json[]) AS payload,
                 generate_series(1, cardinality($73::uuid[])) AS n) k
   ORDER BY n
  RETURNING seq
)
-- SQL has no other way to fail on purpose: a setting that nobody made.
SELECT CASE WHEN (SELECT count(*) FROM went_on) <> $75::int THEN current_setting('hilo.session_fence')::json
            ELSE (SELECT COALESCE(json_object_agg(id, json_build_object('seq', seq::text, 'status', status)), '{}') FROM said)
        END AS said,
       (SELECT COALESCE(json_agg(seq::text ORDER BY seq), '[]') FROM noted) AS noted
