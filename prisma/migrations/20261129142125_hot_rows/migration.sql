-- What every message writes costs less: a conversation is updated in place, steps are not compressed, statistics of growing
-- tables are taken less often.

-- A conversation's place in the list changes with each message, and with it each of its indexes had a new entry. The index
-- goes by the minute now; within a minute the list is sorted. (Adding the column writes the table anew.)
ALTER TABLE "conversations" ADD COLUMN "last_message_minute" INTEGER GENERATED ALWAYS AS (
  floor(extract(epoch FROM "last_message_at" AT TIME ZONE 'UTC') / 60)::int) STORED;
DROP INDEX "conversations_workspace_id_last_message_at_id_idx";
CREATE INDEX "conversations_workspace_id_last_message_minute_idx" ON "conversations"("workspace_id", "last_message_minute" DESC);

-- Read in one direction and deleted from its beginning: an index of block ranges is enough to find what is old.
DROP INDEX "change_log_at_idx";
CREATE INDEX "change_log_at_idx" ON "change_log" USING BRIN ("at");

-- A step's row is two to three kilobytes and a delivery's body up to a few; compressing them was a third of the time
-- that saving them took.
ALTER TABLE "session_events" SET (toast_tuple_target = 8160);
ALTER TABLE "webhook_log" SET (toast_tuple_target = 8160);

-- A young table grows by a twentieth every few seconds, and was sampled whole each time. Many times grown it is
-- sampled by the server itself (fresh-statistics.ts).
ALTER TABLE "inbox_events" SET (autovacuum_analyze_scale_factor = 0.1, autovacuum_analyze_threshold = 50000);
ALTER TABLE "messages" SET (autovacuum_analyze_scale_factor = 0.1, autovacuum_analyze_threshold = 50000);
ALTER TABLE "sessions" SET (autovacuum_analyze_scale_factor = 0.1, autovacuum_analyze_threshold = 50000);
ALTER TABLE "session_events" SET (autovacuum_analyze_scale_factor = 0.1, autovacuum_analyze_threshold = 50000);
ALTER TABLE "conversations" SET (autovacuum_analyze_scale_factor = 0.1, autovacuum_analyze_threshold = 50000);
ALTER TABLE "delivery_statuses" SET (autovacuum_analyze_scale_factor = 0.1, autovacuum_analyze_threshold = 50000);
ALTER TABLE "change_log" SET (autovacuum_analyze_scale_factor = 0.1, autovacuum_analyze_threshold = 50000);
ALTER TABLE "webhook_log" SET (autovacuum_analyze_scale_factor = 0.1, autovacuum_analyze_threshold = 50000);

-- What a contact's sockets are told of one statement is one row; each of its events has a number of its own (change-log.ts).
ALTER SEQUENCE "change_log_seq_seq" INCREMENT BY 10000;
