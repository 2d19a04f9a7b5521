-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "sending_by" BIGINT,
ADD COLUMN     "uncounted" INTEGER NOT NULL DEFAULT 0;
