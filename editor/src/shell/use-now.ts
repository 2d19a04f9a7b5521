/** The time, for what ages on the screen: "5 min ago", countdowns, "Today". */
import { useEffect, useState } from "react";

/** Renders again every `everyMs`; half a minute keeps minutes true. */
export function useNow(everyMs = 30_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
