-- What the outbox's indexes go by changes when a message enters or leaves the outbox only, not with every status: a
-- delivered or read message is updated in place. (Adding the column writes the table anew.)
ALTER TABLE "messages" ADD COLUMN "stage" SMALLINT GENERATED ALWAYS AS (
  CASE WHEN "direction" = 'out' AND "status" IN ('Pending', 'Sending') THEN 1
       WHEN "status" = 'Uncertain' THEN 2 END) STORED;
DROP INDEX "messages_outbox_idx";
CREATE INDEX "messages_outbox_idx" ON "messages" ("channel_id", "conversation_id", "seq") WHERE "stage" = 1;
DROP INDEX "messages_uncertain_idx";
CREATE INDEX "messages_uncertain_idx" ON "messages" ("workspace_id", "created_at") WHERE "stage" = 2;

-- A delivery status is a row only until its message knows it.
DELETE FROM "delivery_statuses" WHERE "applied";
DROP INDEX "delivery_statuses_unapplied_idx";
DROP INDEX "delivery_statuses_opaque_idx";
ALTER TABLE "delivery_statuses" DROP COLUMN "applied";
CREATE INDEX "delivery_statuses_received_at_idx" ON "delivery_statuses" ("received_at");
-- The table is empty most of the time. Kept at the size it once had, it is read by its index in every plan, whenever that
-- was made: a plan made while it was cut down to nothing would read all of it when it is full.
ALTER TABLE "delivery_statuses" SET (vacuum_truncate = false);
