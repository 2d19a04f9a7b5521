/** Fields that most people never need, folded away until somebody does. */
import { Collapse, Stack, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface MoreFieldsProps {
  title: string;
  /** Open from the start when something in it is filled in. */
  used: boolean;
  children: ReactNode;
}

export function MoreFields({ title, used, children }: MoreFieldsProps) {
  const [open, { toggle }] = useDisclosure(used);
  return (
    <div>
      <UnstyledButton
        onClick={toggle}
        aria-expanded={open}
        fz="sm"
        fw={600}
        c="dimmed"
        style={{ display: "flex", gap: 4 }}
      >
        <IconChevronRight
          size={17}
          style={{ transform: open ? "rotate(90deg)" : "none", transition: "transform 120ms" }}
        />
        {title}
      </UnstyledButton>
      <Collapse expanded={open}>
        <Stack gap="md" pt="sm">
          {children}
        </Stack>
      </Collapse>
    </div>
  );
}
