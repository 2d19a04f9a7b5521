/** A file of the agent's: uploaded, then sent. */
import type { MediaFile } from "@hilo/server/contract";
import { ActionIcon, FileButton } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { notifyError } from "../../api/notify.ts";
import { uploadFile } from "../../api/upload.ts";
import { t } from "../../i18n/t.ts";

export function AttachButton({ onFile }: { onFile(file: MediaFile): void }) {
  const reset = useRef<() => void>(null);
  const upload = useMutation({
    mutationFn: uploadFile,
    onSuccess: onFile,
    onError: (thrown) => notifyError(t("The file was not sent"), thrown),
    // The same file may be chosen again.
    onSettled: () => reset.current?.(),
  });
  return (
    <FileButton resetRef={reset} onChange={(file) => file && upload.mutate(file)}>
      {(props) => (
        <ActionIcon
          {...props}
          variant="subtle"
          color="gray"
          size={40}
          radius="xl"
          loading={upload.isPending}
          aria-label={t("Send a file")}
          title={t("Send a file")}
        >
          <IconPaperclip size={20} aria-hidden />
        </ActionIcon>
      )}
    </FileButton>
  );
}
