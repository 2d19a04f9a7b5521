-- AlterTable
ALTER TABLE "channels" ADD COLUMN     "login" TEXT NOT NULL DEFAULT 'facebook';

-- AlterTable
ALTER TABLE "meta_connections" ADD COLUMN     "login" TEXT NOT NULL DEFAULT 'facebook';

-- AlterTable
ALTER TABLE "oauth_states" ADD COLUMN     "login" TEXT NOT NULL DEFAULT 'facebook';

-- CreateTable
CREATE TABLE "channel_senders" (
    "workspace_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "sender_id" UUID NOT NULL,
    "live_until" TIMESTAMPTZ(3) NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent" JSON NOT NULL DEFAULT '[]',

    CONSTRAINT "channel_senders_pkey" PRIMARY KEY ("workspace_id","channel_id","sender_id")
);
