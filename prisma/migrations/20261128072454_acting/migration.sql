-- DropIndex
DROP INDEX "session_events_workspace_id_session_id_inbox_event_id_key";

-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "team_id" UUID;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "report" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "session_events" ADD COLUMN     "part" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "last_assigned_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "teams" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "team_members" (
    "workspace_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "team_members_pkey" PRIMARY KEY ("workspace_id","team_id","user_id")
);

-- CreateTable
CREATE TABLE "tracked_events" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "session_id" UUID,
    "flow_version_id" UUID,
    "node_id" TEXT,
    "event" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "properties" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tracked_events_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "experiment_entries" (
    "workspace_id" UUID NOT NULL,
    "experiment" TEXT NOT NULL,
    "contact_id" UUID NOT NULL,
    "variant" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "experiment_entries_pkey" PRIMARY KEY ("workspace_id","experiment","contact_id")
);

-- CreateTable
CREATE TABLE "contact_topics" (
    "workspace_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_topics_pkey" PRIMARY KEY ("workspace_id","contact_id","topic")
);

-- CreateIndex
CREATE UNIQUE INDEX "teams_workspace_id_name_key" ON "teams"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "team_members_workspace_id_user_id_idx" ON "team_members"("workspace_id", "user_id");

-- CreateIndex
CREATE INDEX "tracked_events_workspace_id_event_at_idx" ON "tracked_events"("workspace_id", "event", "at");

-- CreateIndex
CREATE INDEX "tracked_events_workspace_id_contact_id_idx" ON "tracked_events"("workspace_id", "contact_id");

-- CreateIndex
CREATE INDEX "experiment_entries_workspace_id_contact_id_idx" ON "experiment_entries"("workspace_id", "contact_id");

-- CreateIndex
CREATE INDEX "contact_topics_workspace_id_topic_idx" ON "contact_topics"("workspace_id", "topic");

-- CreateIndex
CREATE UNIQUE INDEX "session_events_workspace_id_session_id_inbox_event_id_part_key" ON "session_events"("workspace_id", "session_id", "inbox_event_id", "part");

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_workspace_id_team_id_fkey" FOREIGN KEY ("workspace_id", "team_id") REFERENCES "teams"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "members"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracked_events" ADD CONSTRAINT "tracked_events_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "experiment_entries" ADD CONSTRAINT "experiment_entries_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_topics" ADD CONSTRAINT "contact_topics_workspace_id_contact_id_fkey" FOREIGN KEY ("workspace_id", "contact_id") REFERENCES "contacts"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How much each person has in hand, for giving conversations to the least busy.
CREATE INDEX "conversations_assigned_idx" ON "conversations"("workspace_id", "assignee_id") WHERE "assignee_id" IS NOT NULL;
