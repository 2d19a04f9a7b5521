/** What is told of a contact from other tables, in SQL, for statements that have it as `p`. */

/** Names of its tags, in order. */
export const TAGS = `ARRAY(SELECT t.name FROM contact_tags ct JOIN tags t ON t.workspace_id = ct.workspace_id AND t.id = ct.tag_id
                WHERE ct.workspace_id = p.workspace_id AND ct.contact_id = p.id ORDER BY t.name)`;

/** When they last wrote, in any of their conversations. */
export const LAST_HEARD_AT = `(SELECT max(c.last_inbound_at) FROM conversations c
           WHERE c.workspace_id = p.workspace_id AND c.contact_id = p.id)`;
