/** Which customer the phone belongs to: the same number is the same contact. */
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";

export interface PhoneIdentity {
  phone: string;
  name: string;
}

export interface PhoneDialogProps {
  identity: PhoneIdentity;
  onSave: (identity: PhoneIdentity) => void;
  onClose: () => void;
}

export function PhoneDialog({ identity, onSave, onClose }: PhoneDialogProps) {
  const [name, setName] = useState(identity.name);
  const [phone, setPhone] = useState(identity.phone);
  const digits = phone.replace(/\D/g, "");
  const wrong = digits.length < 6 || digits.length > 15;
  return (
    <Modal opened onClose={onClose} title="Who is writing?" size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // React would hand the submit on to a form around the panel.
          event.stopPropagation();
          if (!wrong && name.trim()) onSave({ phone: digits, name: name.trim() });
        }}
      >
        <Stack gap="md">
          <TextInput
            label="Name"
            description="As the customer's profile shows it."
            maxLength={80}
            required
            withAsterisk={false}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="Phone number"
            description="With the country's code. The same number is the same contact, with all it said before."
            inputMode="tel"
            value={phone}
            error={wrong && "6 to 15 digits"}
            onChange={(event) => setPhone(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={wrong || name.trim() === ""}>
              Use this phone
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
