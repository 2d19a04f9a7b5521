/** Which saved segment is looked at, and what is done with it: called otherwise, removed. */
import type { Segment } from "@hilo/server/contract";
import { ActionIcon, Menu, Select } from "@mantine/core";
import { IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { notifyError } from "../../api/notify.ts";
import { segmentsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { ConfirmDialog } from "../../shell/ConfirmDialog.tsx";
import { useMe } from "../../shell/use-me.ts";
import styles from "./filter.module.css";
import { SegmentName } from "./SegmentName.tsx";

interface SegmentChoiceProps {
  segments: readonly Segment[];
  chosen: Segment | undefined;
  onChoose(id: string | undefined): void;
}

export function SegmentChoice({ segments, chosen, onChoose }: SegmentChoiceProps) {
  const role = useMe()?.role;
  return (
    <div className={styles.segment}>
      <Select
        aria-label={t("Segment")}
        placeholder={t("Everybody")}
        clearable
        searchable
        data={segments.map(({ id, name }) => ({ value: id, label: name }))}
        nothingFoundMessage={t("There is none.")}
        value={chosen?.id ?? null}
        onChange={(id) => onChoose(id ?? undefined)}
      />
      {chosen && role !== undefined && role !== "viewer" && (
        <SegmentMenu segment={chosen} onRemoved={() => onChoose(undefined)} />
      )}
    </div>
  );
}

function SegmentMenu({ segment, onRemoved }: { segment: Segment; onRemoved(): void }) {
  const client = useQueryClient();
  const [open, setOpen] = useState<"nothing" | "rename" | "remove">("nothing");
  const close = () => setOpen("nothing");
  const remove = useMutation({
    mutationFn: () => api.segments.remove({ id: segment.id }),
    onSuccess: async () => {
      close();
      onRemoved();
      await client.invalidateQueries({ queryKey: segmentsQuery.queryKey });
    },
    onError: (thrown) => notifyError(t("The segment was not removed"), thrown),
  });
  return (
    <>
      <Menu position="bottom-end" shadow="lg" radius="lg" width={220}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("Segment “{name}”", { name: segment.name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen("rename")}>
            {t("Rename the segment…")}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => setOpen("remove")}
          >
            {t("Remove the segment…")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === "rename" && (
        <SegmentName
          title={t("Rename the segment")}
          name={segment.name}
          save={(name) => api.segments.update({ id: segment.id, name })}
          onClose={close}
        />
      )}
      <ConfirmDialog
        opened={open === "remove"}
        title={t("Remove “{name}”?", { name: segment.name })}
        confirm={t("Remove the segment")}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={close}
      >
        {t("The people in it stay as they are; only the filter with this name goes.")}
      </ConfirmDialog>
    </>
  );
}
