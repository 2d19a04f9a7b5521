/** Sessions. */
export function SessionsPage() {
  return null;
}
