/** The mark: an h drawn with one thread. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#93386a" />
      <path
        d="M11 7v18m0-7.5c0-4 2.2-6 5.2-6s5 1.9 5 5.6V21c0 2.6 1.2 4 3.4 4"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
