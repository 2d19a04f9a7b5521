-- What flows did besides talking. Each parameter is a JSON array of rows; done again, nothing changes.
-- $1 notes · $2 tracked events · $3 experiment entries · $4 consents by topic
WITH noted AS (
  INSERT INTO notes (workspace_id, id, contact_id, conversation_id, text, created_at)
  SELECT * FROM json_to_recordset($1) AS k(workspace_id uuid, id uuid, contact_id uuid, conversation_id uuid, text text,
                                           at timestamptz)
  ON CONFLICT (workspace_id, id) DO NOTHING
), tracked AS (
  INSERT INTO tracked_events (workspace_id, id, contact_id, session_id, flow_version_id, node_id, event, value, properties, at)
  SELECT * FROM json_to_recordset($2) AS k(workspace_id uuid, id uuid, contact_id uuid, session_id uuid, flow_version_id uuid,
                                           node_id text, event text, value float8, properties jsonb, at timestamptz)
  ON CONFLICT (workspace_id, id) DO NOTHING
), entered AS (
  INSERT INTO experiment_entries (workspace_id, experiment, contact_id, variant, at)
  SELECT * FROM json_to_recordset($3) AS k(workspace_id uuid, experiment text, contact_id uuid, variant text, at timestamptz)
  ON CONFLICT (workspace_id, experiment, contact_id) DO NOTHING
)
INSERT INTO contact_topics (workspace_id, contact_id, topic, state, at)
SELECT * FROM json_to_recordset($4) AS k(workspace_id uuid, contact_id uuid, topic text, state text, at timestamptz)
ON CONFLICT (workspace_id, contact_id, topic) DO UPDATE SET state = EXCLUDED.state, at = EXCLUDED.at
