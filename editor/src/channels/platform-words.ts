/** What each of Meta's platforms calls the things a channel is made of, and where they stand in its console. */
import { t } from "../i18n/t.ts";

export const META_PLATFORMS = ["whatsapp", "messenger", "instagram"] as const;
export type MetaPlatform = (typeof META_PLATFORMS)[number];

interface PlatformWords {
  title: string;
  about: string;
  /** The id that is asked for. */
  id: { label: string; where: string; example: string };
  token: string;
  /** Menu of the console with the webhook's address, and what to tick there. */
  webhook: { menu: string; fields: string };
}

export const platformWords = (): Record<MetaPlatform, PlatformWords> => ({
  whatsapp: {
    title: t("Connect the number"),
    about: t(
      "A number of WhatsApp's Cloud API. One that people use in the app on a phone can't be taken as it is.",
    ),
    id: {
      label: t("Phone number id"),
      where: t("WhatsApp → API Setup, under “From”. A long number, not the phone number itself."),
      example: "106540352242922",
    },
    token: t(
      "Of a system user, with whatsapp_business_messaging and whatsapp_business_management. The temporary one of API Setup ends after a day.",
    ),
    webhook: { menu: "WhatsApp → Configuration", fields: "messages" },
  },
  messenger: {
    title: t("Connect the page"),
    about: t("A Facebook page: what people write to it in Messenger, its comments and its lead forms."),
    id: {
      label: t("Page id"),
      where: t("On the page: About → Page transparency."),
      example: "20531316728",
    },
    token: t(
      "Of the page, with pages_messaging and pages_manage_metadata: Messenger → Settings → Generate token.",
    ),
    webhook: {
      menu: "Messenger → Settings → Webhooks",
      fields: "messages, messaging_postbacks, message_echoes",
    },
  },
  instagram: {
    title: t("Connect the account"),
    about: t("A professional Instagram account: its messages, comments and stories."),
    id: {
      label: t("Instagram account id"),
      where: t("Not the user name: the number under Instagram → API setup."),
      example: "17841405822304914",
    },
    token: t(
      "Of the account itself (it begins with IG), or of the linked page, with instagram_manage_messages and instagram_basic.",
    ),
    webhook: { menu: "Instagram → Configuration", fields: "messages, messaging_postbacks, comments" },
  },
});
