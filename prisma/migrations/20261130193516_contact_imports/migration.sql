-- CreateTable
CREATE TABLE "contact_imports" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'uploaded',
    "columns" JSON NOT NULL,
    "mapping" JSON,
    "row_count" INTEGER NOT NULL,
    "made" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "same" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "handled" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_imports_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "contact_import_rows" (
    "workspace_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" JSON NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'new',
    "phone" TEXT,
    "person" JSONB,
    "reason" TEXT,
    "about" TEXT,
    "contact_id" UUID NOT NULL,

    CONSTRAINT "contact_import_rows_pkey" PRIMARY KEY ("workspace_id","import_id","number")
);

-- CreateIndex
CREATE INDEX "contact_imports_state_idx" ON "contact_imports"("state");

-- CreateIndex
CREATE INDEX "contact_import_rows_workspace_id_phone_idx" ON "contact_import_rows"("workspace_id", "phone");

-- AddForeignKey
ALTER TABLE "contact_import_rows" ADD CONSTRAINT "contact_import_rows_workspace_id_import_id_fkey" FOREIGN KEY ("workspace_id", "import_id") REFERENCES "contact_imports"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
