/** Who is played, on which platform: opened on the server, remembered in this browser. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client.ts";
import { notifyError } from "../api/notify.ts";
import { t } from "../i18n/t.ts";
import { useMe } from "../shell/use-me.ts";
import {
  forgetPerson,
  newPerson,
  type PlayedPlatform,
  recall,
  remember,
  type SimulatedPerson,
} from "./phone-memory.ts";

export type Phone = Awaited<ReturnType<typeof api.simulator.phone>> & { platform: PlayedPlatform };

interface Played {
  person: SimulatedPerson | null;
  platform: PlayedPlatform;
}

const phoneKey = ({ person, platform }: Played) => ["simulator-phone", platform, person?.phone ?? null];

/** Whoever was there last time; else the workspace's first person, who is made in the name of who asks. */
async function open({ person, platform }: Played, myName: string | undefined): Promise<Phone> {
  const name = person?.name ?? myName?.split(" ")[0];
  const wanted = { ...(person && { phone: person.phone }), ...(name && { name }), platform };
  const opened = { ...(await api.simulator.phone(wanted)), platform };
  if (person) await dress(opened, person);
  return opened;
}

/** A number that is known keeps its contact, so what the person is like is changed on the contact. */
async function dress({ contactId }: Phone, { name, language, tags, fields }: SimulatedPerson): Promise<void> {
  const known = await api.contacts.get({ id: contactId });
  const sameTags = tags.length === 0 || tags.toSorted().join() === known.tags.toSorted().join();
  const sameFields = Object.entries(fields).every(([field, value]) => known.fields[field] === value);
  const sameLanguage = language === null || language === known.language;
  if (known.name === name && sameTags && sameFields && sameLanguage) return;
  await api.contacts.update({
    id: contactId,
    name,
    ...(language !== null && { language }),
    ...(tags.length > 0 && { tags }),
    fields,
  });
}

export function usePerson() {
  const client = useQueryClient();
  const me = useMe();
  const [played, setPlayed] = useState<Played>(() => {
    const { current, platform } = recall();
    return { person: current, platform };
  });
  const [people, setPeople] = useState(() => recall().people);
  const phone = useQuery({
    queryKey: phoneKey(played),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const opened = await open(played, me?.user?.name);
      setPeople(remember(played.person ?? newPerson(opened.phone, opened.name), played.platform).people);
      return opened;
    },
  });
  const take = useMutation({
    mutationFn: async (wanted: Partial<Played>) => {
      const known = phone.data ? newPerson(phone.data.phone, phone.data.name) : null;
      const next = { person: played.person ?? known, platform: played.platform, ...wanted };
      return { next, opened: await open(next, me?.user?.name) };
    },
    onSuccess: ({ next, opened }) => {
      const { person, platform } = next;
      const name = person?.name ?? opened.name;
      setPeople(remember(person ?? newPerson(opened.phone, name), platform).people);
      client.setQueryData(phoneKey(next), { ...opened, name });
      setPlayed(next);
    },
    onError: (thrown) => notifyError(t("The phone was not changed"), thrown),
  });
  const person = played.person ?? (phone.data ? newPerson(phone.data.phone, phone.data.name) : null);
  const setClock = (clockAheadS: number) =>
    client.setQueryData(phoneKey(played), (old: Phone | undefined) => old && { ...old, clockAheadS });
  const forget = ({ phone: number }: SimulatedPerson) => setPeople(forgetPerson(number).people);
  return { phone, person, people, take, forget, setClock };
}
