/** For tests: Mantine without transitions, so that what a click unfolds is there when the click returns. */
import { createTheme, MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";

// `env="test"` stills what Mantine fades, not what it unfolds: a Collapse waits for a frame, and then for another.
const still = createTheme({ components: { Collapse: { defaultProps: { transitionDuration: 0 } } } });

export function TestProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider env="test" theme={still}>
      {children}
    </MantineProvider>
  );
}
