/** Two short texts side by side: a name and its value, a part and where it goes. */
import { Group, Text, TextInput } from "@mantine/core";

interface Side {
  label: string;
  value: string;
  set(value: string): void;
  placeholder?: string;
}

export function PairFields({ left, right, between }: { left: Side; right: Side; between?: string }) {
  return (
    <Group gap={6} grow wrap="nowrap" preventGrowOverflow={false}>
      <SideInput {...left} />
      {between && (
        <Text c="dimmed" style={{ flex: "none" }}>
          {between}
        </Text>
      )}
      <SideInput {...right} />
    </Group>
  );
}

function SideInput({ label, value, set, placeholder }: Side) {
  return (
    <TextInput
      size="xs"
      aria-label={label}
      value={value}
      placeholder={placeholder}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}
