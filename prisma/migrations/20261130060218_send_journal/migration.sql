-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "sending_by" BIGINT;
