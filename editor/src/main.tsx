/** Starts the web application: theme, server state, notices, routes. */
// Before anything that makes a schema.
import "./no-eval.ts";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./theme.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";
import { newQueryClient } from "./api/query-client.ts";
import { speak, useWords, wishedLanguage } from "./i18n/t.ts";
import { routes } from "./shell/routes.tsx";
import { theme } from "./theme.ts";

const queryClient = newQueryClient();
const router = createBrowserRouter(routes);
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

/** Another language draws every page anew: words are looked up where they are drawn. */
function App() {
  const language = useWords((words) => words.language);
  return (
    <MantineProvider theme={theme()} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-center" autoClose={4_000} limit={3} />
        <RouterProvider key={language} router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

// A catalogue that can't be fetched leaves the words as they are written.
await speak(wishedLanguage()).catch(() => {});
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
