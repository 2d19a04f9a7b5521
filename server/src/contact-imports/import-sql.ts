/** Rows of an import beside the contacts they would meet: whom they are, and whether anything of them would change. */

/**
 * A row source in SQL with the columns of the row, `known_id` (null: nobody yet) and `differs`. A person is known as a message of
 * theirs would find them: by the number on a WhatsApp channel, else by the phone number, the first of several. Simulated people are nobody.
 * OFFSET keeps whom a row is from being found out again for each contact that it is compared with.
 * @param rows a query that gives rows of `contact_import_rows`
 */
export const knownRows = (rows: string): string => `
  SELECT k.*, p.id IS NOT NULL AND (
           p.phone IS NULL
           OR (k.name IS NOT NULL AND k.name IS DISTINCT FROM p.name)
           OR (k.email IS NOT NULL AND k.email IS DISTINCT FROM p.email)
           OR (k.language IS NOT NULL AND k.language IS DISTINCT FROM p.language)
           OR NOT p.fields @> k.fields
           OR (k.opt_out AND p.opted_out_at IS NULL)
           OR (k.topic IS NOT NULL AND p.opted_out_at IS NULL AND NOT EXISTS (
                 SELECT 1 FROM contact_topics ct
                  WHERE ct.workspace_id = k.workspace_id AND ct.contact_id = p.id AND ct.topic = k.topic))
           OR EXISTS (SELECT 1 FROM jsonb_array_elements_text(k.tags) AS wanted(name)
                       WHERE NOT EXISTS (
                         SELECT 1 FROM contact_tags x JOIN tags t ON t.workspace_id = x.workspace_id AND t.id = x.tag_id
                          WHERE x.workspace_id = k.workspace_id AND x.contact_id = p.id AND t.name = wanted.name))
         ) AS differs
    FROM (SELECT r.workspace_id, r.import_id, r.number, r.cells, r.state, r.reason, r.about, r.contact_id, r.phone,
                 r.person ->> 'name' AS name, r.person ->> 'email' AS email, r.person ->> 'language' AS language,
                 r.person -> 'tags' AS tags, r.person -> 'fields' AS fields,
                 COALESCE((r.person ->> 'optOut')::boolean, false) AS opt_out, r.person ->> 'topic' AS topic,
                 CASE WHEN r.state = 'ready' THEN COALESCE(
                   (SELECT i.contact_id FROM channels ch JOIN contact_identities i
                       ON i.workspace_id = ch.workspace_id AND i.channel_id = ch.id AND i.external_id IN (ltrim(r.phone, '+'), ltrim(r.person ->> 'otherPhone', '+'))
                     WHERE ch.workspace_id = r.workspace_id AND ch.platform = 'whatsapp' ORDER BY i.created_at, i.contact_id LIMIT 1),
                   (SELECT p.id FROM contacts p
                     WHERE p.workspace_id = r.workspace_id AND p.phone IN (r.phone, r.person ->> 'otherPhone') AND p.merged_into IS NULL
                       AND NOT EXISTS (SELECT 1 FROM contact_identities x
                                        WHERE x.workspace_id = p.workspace_id AND x.contact_id = p.id AND x.kind = 'simulator')
                     ORDER BY p.created_at, p.id LIMIT 1)) END AS known_id
            FROM (${rows}) r OFFSET 0) k
    LEFT JOIN contacts p ON p.workspace_id = k.workspace_id AND p.id = k.known_id`;

/** What becomes of a row of `knownRows`. */
export const OUTCOME = `CASE WHEN state <> 'ready' THEN 'refused' WHEN known_id IS NULL THEN 'made' WHEN differs THEN 'changed' ELSE 'same' END`;
