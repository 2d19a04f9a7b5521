/** Who is signed in, the colour scheme, and the way out. */

import {
  Avatar,
  Box,
  Button,
  Divider,
  Popover,
  SegmentedControl,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconLogout } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { notifyError } from "../api/notify.ts";
import { meQuery } from "../api/queries.ts";
import { signOut } from "../auth/requests.ts";
import { LANGUAGES, type Language, speak, t, useWords } from "../i18n/t.ts";
import { initials } from "./initials.ts";
import { ROLE_NAMES } from "./roles.ts";
import { workspaceName } from "./stored-names.ts";
import { useMe } from "./use-me.ts";

export function UserMenu() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const me = useMe();
  // Above the bar of a phone, so that none of its places is half covered.
  const onPhone = useMediaQuery("(max-width: 767px)");
  if (!me) return null;
  const name = me.user?.name ?? t("API key");

  const leave = async () => {
    try {
      await signOut();
      client.setQueryData(meQuery.queryKey, null);
      await navigate("/sign-in");
      // The next to sign in here must not find anything of this one.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" && queryKey[0] !== "setup" });
    } catch (thrown) {
      notifyError(t("You are still signed in"), thrown);
    }
  };

  return (
    <Popover
      position={onPhone ? "top-end" : "right-end"}
      width={264}
      offset={onPhone ? 16 : 10}
      shadow="lg"
      radius="lg"
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton style={{ borderRadius: 99 }}>
          <Avatar color="mulberry" radius="xl" size={36}>
            {initials(name)}
          </Avatar>
          <VisuallyHidden>{t("{name}, account menu", { name })}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t("{name}, account menu", { name })}>
        <Box px="xs" py={6}>
          <Text fw={600} truncate>
            {name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {me.user?.email}
          </Text>
          <Text size="xs" c="dimmed" mt={4} truncate>
            {workspaceName(me.workspace.name)} · {t(ROLE_NAMES[me.role])}
          </Text>
        </Box>
        <Divider my={4} />
        <ColorScheme />
        <LanguageChoice />
        <Divider my={4} />
        <Button
          variant="subtle"
          color="gray"
          fullWidth
          justify="flex-start"
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => void leave()}
        >
          {t("Sign out")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function ColorScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Box px="xs" py={6}>
      <VisuallyHidden id="scheme-label">{t("Colours")}</VisuallyHidden>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby="scheme-label"
        value={colorScheme}
        onChange={setColorScheme}
        data={[
          { value: "light", label: t("Light") },
          { value: "dark", label: t("Dark") },
          { value: "auto", label: t("As the system") },
        ]}
      />
    </Box>
  );
}

function LanguageChoice() {
  const language = useWords((words) => words.language);
  return (
    <Box px="xs" py={6}>
      <VisuallyHidden id="language-label">{t("Language")}</VisuallyHidden>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby="language-label"
        value={language}
        onChange={(chosen) => void speak(chosen, true)}
        data={LANGUAGE_CHOICES}
      />
    </Box>
  );
}

const LANGUAGE_CHOICES: { value: Language; label: string }[] = [
  { value: "en", label: LANGUAGES.en },
  { value: "es", label: LANGUAGES.es },
  { value: "pt", label: LANGUAGES.pt },
];
