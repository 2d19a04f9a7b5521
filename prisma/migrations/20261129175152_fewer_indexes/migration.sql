-- A message's id is made of its client key, so its primary key says already that one said twice is one message. The second
-- index that said so was written three times for each message, and again with each of its states.
-- contract: no release names it in ON CONFLICT

DROP INDEX "messages_workspace_id_client_key_key";
