-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "clock_ahead_s" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "fit_notes" JSON;
