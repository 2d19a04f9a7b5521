// Build of the web application; in development it stands before a server on port 3000.

import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

/** Where the API, the sockets and the webhooks are while developing. */
const server = process.env.HILO_SERVER ?? "http://127.0.0.1:3000";

export default defineConfig({
  plugins: [react()],
  // The engine is read from its source: one build, and the same code as the server runs.
  resolve: { conditions: ["hilo-source", ...defaultClientConditions] },
  server: {
    proxy: {
      "/api": { target: server, changeOrigin: false },
      "/socket.io": { target: server, ws: true },
    },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 1_500,
    // In one chunk with what makes schemas, its setting comes before every schema, whatever chunk that is in.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "schemas", test: /node_modules\/zod\/|src\/no-eval/ }] } },
    },
  },
});
