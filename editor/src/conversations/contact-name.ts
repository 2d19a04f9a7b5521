/** How a contact is called: its name, else its number. */
import { t } from "../i18n/t.ts";

interface Named {
  name: string | null;
  phone: string | null;
}

export const contactName = ({ name, phone }: Named): string =>
  name?.trim() || (phone ? withPlus(phone) : t("Somebody"));

/** Numbers are stored with or without the plus, by where they came from. */
export const withPlus = (phone: string): string => (/^\d/.test(phone) ? `+${phone}` : phone);
