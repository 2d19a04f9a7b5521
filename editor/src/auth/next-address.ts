/** Where to go after signing in. */

const HOME = "/flows";

/** Only paths of this application: an address that leads to another site is not followed. */
export function safeNext(next: string | null): string {
  if (!next) return HOME;
  const here = "http://here.invalid";
  const url = URL.canParse(next, here) ? new URL(next, here) : null;
  if (!url || url.origin !== here || url.pathname.startsWith("//")) return HOME;
  return `${url.pathname}${url.search}${url.hash}`;
}
