-- CreateTable
CREATE TABLE "note_mentions" (
    "workspace_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "note_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_mentions_pkey" PRIMARY KEY ("workspace_id","user_id","note_id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" TEXT,
    "filter" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "note_mentions_workspace_id_note_id_idx" ON "note_mentions"("workspace_id", "note_id");

-- CreateIndex
CREATE INDEX "saved_views_workspace_id_owner_id_idx" ON "saved_views"("workspace_id", "owner_id");

-- AddForeignKey
ALTER TABLE "note_mentions" ADD CONSTRAINT "note_mentions_workspace_id_note_id_fkey" FOREIGN KEY ("workspace_id", "note_id") REFERENCES "notes"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What people work on: a small part of all conversations, in the order of their list.
CREATE INDEX "conversations_desk_idx" ON "conversations" ("workspace_id", "last_message_minute" DESC)
  WHERE "mode" = 'Human' OR "assignee_id" IS NOT NULL;
