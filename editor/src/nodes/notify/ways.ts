/** How somebody can be told, as the editor calls it. */
export const WAYS = {
  // t:
  email: "E-mail",
  chat: "Team chat",
  webhook: "Call",
} as const;
