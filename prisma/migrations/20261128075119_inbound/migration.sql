-- AlterTable
ALTER TABLE "contacts" ADD COLUMN     "marketing_opted_out_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "free_entry_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "free_entry_since" TIMESTAMPTZ(3),
ADD COLUMN     "human_until" TIMESTAMPTZ(3),
ADD COLUMN     "send_to" TEXT;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "comment_id" TEXT,
ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "provider_at" TIMESTAMPTZ(3),
ADD COLUMN     "reaction" TEXT,
ADD COLUMN     "revisions" JSON;

-- CreateTable
CREATE TABLE "conversation_aliases" (
    "workspace_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "shard" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_aliases_pkey" PRIMARY KEY ("workspace_id","channel_id","alias")
);

-- CreateTable
CREATE TABLE "contact_merges" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "winner_id" UUID NOT NULL,
    "loser_id" UUID NOT NULL,
    "moved" JSON NOT NULL,
    "by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_merges_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "leads" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "platform_id" TEXT NOT NULL,
    "form_id" TEXT,
    "ad_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "fields" JSON,
    "contact_id" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "leads_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "contact_merges_workspace_id_winner_id_idx" ON "contact_merges"("workspace_id", "winner_id");

-- CreateIndex
CREATE INDEX "contact_merges_workspace_id_loser_id_idx" ON "contact_merges"("workspace_id", "loser_id");

-- CreateIndex
CREATE INDEX "leads_workspace_id_created_at_idx" ON "leads"("workspace_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "leads_workspace_id_channel_id_platform_id_key" ON "leads"("workspace_id", "channel_id", "platform_id");

-- Partial indexes, which the schema can't say: each holds the open rows only.
CREATE INDEX "conversations_human_until_idx" ON "conversations" ("human_until") WHERE "human_until" IS NOT NULL;
CREATE INDEX "leads_pending_idx" ON "leads" ("next_attempt_at") WHERE "state" = 'pending';
-- What is only kept and shown, by its delivery: for the webhook log.
CREATE INDEX "inbox_events_kept_idx" ON "inbox_events" ("workspace_id", "webhook_log_id") WHERE "kind" = 'other' AND "state" = 'ignored';
