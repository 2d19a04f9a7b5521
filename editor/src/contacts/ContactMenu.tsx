/** What is done with a whole contact: merge, hand the data over, erase. */
import type { ContactDetail } from "@hilo/server/contract";
import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowsJoin2, IconDots, IconDownload, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client.ts";
import { notifyError } from "../api/notify.ts";
import { t } from "../i18n/t.ts";
import { saveFile } from "../shell/save-file.ts";
import { useManages, useMe } from "../shell/use-me.ts";
import { EraseDialog } from "./EraseDialog.tsx";
import { MergeDialog } from "./MergeDialog.tsx";

export function ContactMenu({ contact }: { contact: ContactDetail }) {
  const role = useMe()?.role;
  const manages = useManages();
  const [open, setOpen] = useState<"nothing" | "merge" | "erase">("nothing");
  const close = () => setOpen("nothing");
  const download = useMutation({
    mutationFn: () => api.contacts.export({ id: contact.id }),
    onSuccess: (everything) =>
      saveFile({
        name: `contact-${contact.id}.json`,
        type: "application/json",
        text: JSON.stringify(everything, null, 2),
      }),
    onError: (thrown) => notifyError(t("The data was not exported"), thrown),
  });
  if (role === undefined || role === "viewer") return null;
  return (
    <>
      <Menu position="bottom-end" shadow="lg" radius="lg" width={240}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} loading={download.isPending} aria-label={t("More to do")}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowsJoin2 size={16} aria-hidden />} onClick={() => setOpen("merge")}>
            {t("Merge with another…")}
          </Menu.Item>
          {manages && (
            <>
              <Menu.Item
                leftSection={<IconDownload size={16} aria-hidden />}
                onClick={() => download.mutate()}
              >
                {t("Export everything stored")}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => setOpen("erase")}
              >
                {t("Erase this person…")}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === "merge" && <MergeDialog contact={contact} onClose={close} />}
      {open === "erase" && <EraseDialog contact={contact} onClose={close} />}
    </>
  );
}
