// Test projects: unit tests beside the code, integration on PostgreSQL, the browser story, and the fault suite.

import react from "@vitejs/plugin-react";
import { defaultClientConditions, defaultServerConditions, type Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Hot statements are `.sql` files, imported as text; the server's bundle does the same by esbuild's loader. */
function sqlAsText(): Plugin {
  return {
    name: "hilo:sql-as-text",
    transform(code, id) {
      if (!id.endsWith(".sql")) return null;
      return { code: `export default ${JSON.stringify(code)};`, map: null };
    },
  };
}

/** A hundred thousand random steps: minutes, so not among the unit tests that `npm run check` runs. */
const PROPERTIES = "**/*.property.test.ts";

const database = "./tests/support/database-setup.ts";

/** A test that takes so long hangs. Far above what any takes on a slow, busy machine: no test is about speed. */
const HUNG_MS = 60_000;

export default defineConfig({
  plugins: [sqlAsText()],
  resolve: { conditions: ["hilo-source", ...defaultClientConditions] },
  ssr: { resolve: { conditions: ["hilo-source", ...defaultServerConditions] } },
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Pure functions: what one file imported another may use, which halves the time.
          isolate: false,
          include: [
            "flow-engine/src/**/*.test.ts",
            "server/src/**/*.test.ts",
            "tests/conformance/**/*.test.ts",
            "scripts/**/*.test.mjs",
          ],
          exclude: [PROPERTIES, "**/node_modules/**"],
          testTimeout: HUNG_MS,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: "unit-editor",
          environment: "happy-dom",
          setupFiles: "./tests/support/editor-setup.ts",
          isolate: false,
          include: ["editor/src/**/*.test.{ts,tsx}"],
          exclude: [PROPERTIES, "**/node_modules/**"],
          testTimeout: HUNG_MS,
        },
      },
      {
        extends: true,
        test: {
          name: "properties",
          include: [
            "flow-engine/src/**/*.property.test.ts",
            "server/src/**/*.property.test.ts",
            "tests/properties/**/*.test.ts",
          ],
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/{integration,conformance}/**/*.test.ts", "server/src/**/*.itest.ts"],
          globalSetup: database,
          testTimeout: HUNG_MS,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: database,
          // A browser and a server each: two at once would take turns, and people's patience is measured here.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "chaos",
          include: ["tests/chaos/**/*.test.ts"],
          globalSetup: database,
          // They wait more than they compute: two at once in the short suite, after what keeps both cores busy.
          fileParallelism: process.env.CHAOS !== "full",
          sequence: { groupOrder: 1 },
          // The full suite kills and restarts for minutes; the short one that `npm test` runs ends far sooner.
          testTimeout: process.env.CHAOS === "full" ? 1_800_000 : 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
