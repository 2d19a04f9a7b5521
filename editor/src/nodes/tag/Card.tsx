/** The tags it adds and takes off. */

import { Badge, Group } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import type { CardProps, NodeData } from "../node-ui.ts";
import { CardLine } from "../preview/Bubble.tsx";

export function Card({ data }: CardProps<NodeData<"tag">>) {
  if (data.add.length + data.remove.length === 0) return <CardLine>{t("No tag chosen yet")}</CardLine>;
  return (
    <Group gap={5}>
      {data.add.map((tag) => (
        <Badge key={tag} variant="light" size="md" radius="sm" maw="100%">
          + {tag}
        </Badge>
      ))}
      {data.remove.map((tag) => (
        <Badge key={tag} variant="light" color="gray" size="md" radius="sm" maw="100%">
          − {tag}
        </Badge>
      ))}
    </Group>
  );
}
