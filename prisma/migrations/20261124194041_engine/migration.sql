-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "said" JSON NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "tasks" ALTER COLUMN "wait_id" DROP NOT NULL;
