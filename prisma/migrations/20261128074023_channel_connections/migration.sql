-- DropIndex
DROP INDEX "media_files_workspace_id_channel_id_platform_id_idx";

-- AlterTable
ALTER TABLE "channels" ADD COLUMN     "account_id" TEXT,
ADD COLUMN     "connection_id" UUID,
ADD COLUMN     "health" JSON NOT NULL DEFAULT '{}',
ADD COLUMN     "token_expires_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "templates" ADD COLUMN     "format" TEXT,
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "media_files" ADD COLUMN     "external_id" TEXT,
ADD COLUMN     "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "source_url" TEXT;

-- CreateTable
CREATE TABLE "media_uploads" (
    "workspace_id" UUID NOT NULL,
    "media_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "platform_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_uploads_pkey" PRIMARY KEY ("workspace_id","media_id","channel_id")
);

-- CreateTable
CREATE TABLE "meta_connections" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meta_user_id" TEXT NOT NULL,
    "name" TEXT,
    "access_token" TEXT,
    "scopes" JSONB NOT NULL DEFAULT '[]',
    "expires_at" TIMESTAMPTZ(3),
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meta_connections_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "oauth_states" (
    "hash" BYTEA NOT NULL,
    "workspace_id" UUID NOT NULL,
    "actor_id" TEXT NOT NULL,
    "user_id" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "oauth_states_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "deletion_requests" (
    "code" TEXT NOT NULL,
    "subject" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "erased" INTEGER NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "deletion_requests_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE INDEX "meta_connections_meta_user_id_idx" ON "meta_connections"("meta_user_id");

-- CreateIndex
CREATE INDEX "oauth_states_expires_at_idx" ON "oauth_states"("expires_at");

-- CreateIndex
CREATE INDEX "deletion_requests_subject_idx" ON "deletion_requests"("subject");

-- CreateIndex
CREATE INDEX "channels_platform_account_id_idx" ON "channels"("platform", "account_id");

-- CreateIndex
CREATE INDEX "media_files_workspace_id_channel_id_external_id_idx" ON "media_files"("workspace_id", "channel_id", "external_id");

-- CreateIndex
CREATE INDEX "media_files_storage_key_idx" ON "media_files"("storage_key");

-- CreateIndex
CREATE UNIQUE INDEX "media_files_workspace_id_channel_id_platform_id_key" ON "media_files"("workspace_id", "channel_id", "platform_id");

-- What is looked for every second among many rows that are not it.
CREATE INDEX "media_files_due" ON "media_files"("next_attempt_at") WHERE "state" = 'pending';
CREATE INDEX "inbox_events_account" ON "inbox_events"("id") WHERE "state" = 'account';
CREATE INDEX "channels_token_expiry" ON "channels"("token_expires_at") WHERE "token_expires_at" IS NOT NULL;
