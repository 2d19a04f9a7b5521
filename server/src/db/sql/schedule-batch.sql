-- The next contacts of a run, and where each may be written to: in the conversation that moved last among those that
-- the trigger's channels allow. The batch is cut before its contacts are sifted, so that one statement never looks at
-- more than $3 of them, however few pass. Blocked, merged and opted-out contacts are nobody's audience.
-- $8 is a field that holds a date, $9 the beginnings of the dates that may have come ($10: month and day only); the
-- caller judges them by each contact's zone. Without $8 everybody passes.
WITH batch AS MATERIALIZED (
  SELECT p.id, p.time_zone, lower(replace(p.language, '_', '-')) AS language,
         CASE WHEN $8::text IS NULL THEN NULL
              WHEN p.fields ? $8 THEN p.fields ->> $8
              WHEN $8 = 'createdAt' THEN to_char(p.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
         END AS value
    FROM contacts p
   WHERE p.workspace_id = $1 AND p.id > COALESCE($2::uuid, '00000000-0000-0000-0000-000000000000')
     AND p.merged_into IS NULL AND p.opted_out_at IS NULL AND NOT p.blocked
   ORDER BY p.id LIMIT $3
), sifted AS (
  SELECT b.* FROM batch b
   WHERE ($8::text IS NULL OR CASE WHEN $10 THEN substr(ltrim(b.value), 6, 5) ELSE substr(ltrim(b.value), 1, 10) END = ANY ($9::text[]))
     AND ($6::text[] IS NULL OR EXISTS (
           SELECT 1 FROM contact_tags ct JOIN tags t ON t.workspace_id = ct.workspace_id AND t.id = ct.tag_id
            WHERE ct.workspace_id = $1 AND ct.contact_id = b.id AND t.name = ANY ($6)))
     AND ($7::text[] IS NULL OR EXISTS (
           SELECT 1 FROM unnest($7) AS wanted WHERE b.language = wanted OR starts_with(b.language, wanted || '-')))
)
SELECT (SELECT id FROM batch ORDER BY id DESC LIMIT 1) AS "lastContact",
       (SELECT count(*)::int FROM batch) AS size,
       (SELECT COALESCE(json_agg(json_build_object(
                 'contactId', s.id, 'value', s.value, 'timeZone', s.time_zone, 'conversationId', place.id,
                 'channelId', place.channel_id, 'externalId', place.external_id, 'shard', place.shard) ORDER BY s.id), '[]')
          FROM sifted s
         CROSS JOIN LATERAL (
           SELECT c.id, c.channel_id, c.external_id, c.shard
             FROM conversations c JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
            WHERE c.workspace_id = $1 AND c.contact_id = s.id AND ch.state <> 'disabled'
              AND ($4::text[] IS NULL OR c.channel_id::text = ANY ($4)) AND ($5::text[] IS NULL OR ch.platform = ANY ($5))
            ORDER BY c.last_message_at DESC NULLS LAST, c.id LIMIT 1) place) AS found
