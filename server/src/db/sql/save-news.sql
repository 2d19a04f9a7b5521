-- What rows said of people. Each parameter is a JSON array of rows; done again, nothing changes.
-- $1 further ids of a person · $2 where messages go · $3 phone numbers and marketing, one row for each contact
WITH aliased AS (
  INSERT INTO conversation_aliases (workspace_id, channel_id, alias, external_id, shard)
  SELECT k.workspace_id, k.channel_id, k.alias, k.external_id, k.shard
    FROM json_to_recordset($1) AS k(workspace_id uuid, channel_id uuid, alias text, external_id text, shard smallint)
   -- An id under which somebody already talks stays theirs.
   WHERE NOT EXISTS (SELECT 1 FROM conversations c
                      WHERE c.workspace_id = k.workspace_id AND c.channel_id = k.channel_id AND c.external_id = k.alias)
   ORDER BY 1, 2, 3
  ON CONFLICT (workspace_id, channel_id, alias) DO NOTHING
), identified AS (
  INSERT INTO contact_identities (workspace_id, channel_id, external_id, contact_id, kind)
  SELECT k.workspace_id, k.channel_id, k.alias, k.contact_id, CASE WHEN k.alias ~ '^[0-9]+$' THEN 'wa_id' ELSE 'bsuid' END
    FROM json_to_recordset($1) AS k(workspace_id uuid, channel_id uuid, alias text, contact_id uuid)
   ORDER BY 1, 2, 3
  ON CONFLICT (workspace_id, channel_id, external_id) DO NOTHING
), readdressed AS (
  UPDATE conversations c SET send_to = k.external_id
    FROM json_to_recordset($2) AS k(workspace_id uuid, id uuid, external_id text)
   WHERE c.workspace_id = k.workspace_id AND c.id = k.id
)
UPDATE contacts c
   SET phone = CASE WHEN k.phone IS NOT NULL AND (k.replaces OR c.phone IS NULL) THEN k.phone ELSE c.phone END,
       marketing_opted_out_at = CASE WHEN k.stop IS NULL THEN c.marketing_opted_out_at
                                     WHEN k.stop THEN COALESCE(c.marketing_opted_out_at, k.at) END,
       updated_at = now()
  FROM json_to_recordset($3) AS k(workspace_id uuid, contact_id uuid, phone text, replaces boolean, stop boolean, at timestamptz)
 WHERE c.workspace_id = k.workspace_id AND c.id = k.contact_id
