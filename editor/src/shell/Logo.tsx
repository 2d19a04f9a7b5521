/** The mark: an h drawn with one thread. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#93386a" />
      <path
        d="M9 24V9m0 9c0-4 14-5 14 1v5M23 9c0 3-3 4-3 4"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
