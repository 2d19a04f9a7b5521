-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "sending_by" BIGINT,
ADD COLUMN     "uncounted" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "tasks" ADD COLUMN     "running_by" BIGINT;
