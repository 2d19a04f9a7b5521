-- CreateTable
CREATE TABLE "schedules" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "flow_id" UUID NOT NULL,
    "trigger" JSON NOT NULL,
    "time_zone" TEXT NOT NULL,
    "next_run_at" TIMESTAMPTZ(3) NOT NULL,
    "run_at" TIMESTAMPTZ(3),
    "after_contact" UUID,

    CONSTRAINT "schedules_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "schedules_next_run_at_idx" ON "schedules"("next_run_at");

-- CreateIndex
CREATE INDEX "schedules_workspace_id_flow_id_idx" ON "schedules"("workspace_id", "flow_id");

-- AddForeignKey
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_workspace_id_flow_id_fkey" FOREIGN KEY ("workspace_id", "flow_id") REFERENCES "flows"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
