/** Brings people in from a table: upload it, say what its columns are, see what becomes of each row, let it run. */
import { Skeleton } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { isId } from "../../api/is-id.ts";
import { contactImportQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { LoadFailed } from "../../shell/LoadFailed.tsx";
import { Page, PageHeader } from "../../shell/PageHeader.tsx";
import styles from "../contacts.module.css";
import { CheckedStep } from "./CheckedStep.tsx";
import { ColumnsStep } from "./ColumnsStep.tsx";
import { RunStep } from "./RunStep.tsx";
import { UploadStep } from "./UploadStep.tsx";

export function ImportPage() {
  const { id } = useParams();
  const navigate = useNavigate();
  return (
    <Page>
      <Link to="/contacts" className={styles.back}>
        <IconArrowLeft size={15} aria-hidden />
        {t("All contacts")}
      </Link>
      <PageHeader title={t("Import contacts")}>
        {t("A table of people becomes contacts. You see what becomes of each row before anything is made.")}
      </PageHeader>
      {!isId(id) ? (
        <UploadStep onUploaded={(made) => void navigate(`/contacts/import/${made.id}`)} />
      ) : (
        <Uploaded key={id} id={id} />
      )}
    </Page>
  );
}

function Uploaded({ id }: { id: string }) {
  const query = useQuery(contactImportQuery(id));
  const [choosing, setChoosing] = useState(false);
  if (query.isPending) return <Skeleton height={220} radius="lg" />;
  if (!query.data)
    return <LoadFailed what={t("The import")} error={query.error} onRetry={() => void query.refetch()} />;
  const found = query.data;
  if (found.state === "running" || found.state === "done") return <RunStep found={found} />;
  if (found.state === "uploaded" || choosing)
    return <ColumnsStep found={found} onChecked={() => setChoosing(false)} />;
  return <CheckedStep found={found} onBack={() => setChoosing(true)} />;
}
