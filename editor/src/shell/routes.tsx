/** Every page's address. */
import { Navigate, type RouteObject } from "react-router";
import { SetupPage } from "../auth/SetupPage.tsx";
import { SignInPage } from "../auth/SignInPage.tsx";
import { ChannelsPage } from "../channels/ChannelsPage.tsx";
import { TemplatesPage } from "../channels/TemplatesPage.tsx";
import { WebhookLogPage } from "../channels/WebhookLogPage.tsx";
import { ContactPage } from "../contacts/ContactPage.tsx";
import { ContactsPage } from "../contacts/ContactsPage.tsx";
import { ImportPage } from "../contacts/import/ImportPage.tsx";
import { LeadsPage } from "../contacts/LeadsPage.tsx";
import { ConversationsPage } from "../conversations/ConversationsPage.tsx";
import { FlowPage } from "../flow-page/FlowPage.tsx";
import { FlowsPage } from "../flows/FlowsPage.tsx";
import { SessionsPage } from "../sessions/SessionsPage.tsx";
import { SettingsPage } from "../settings/SettingsPage.tsx";
import { AppFrame } from "./AppFrame.tsx";
import { CrashPage } from "./CrashPage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";
import { RequireMember } from "./RequireMember.tsx";

/** Inside the frame, so that a page that breaks leaves the navigation standing. */
const pages: RouteObject[] = [
  { index: true, element: <Navigate to="/flows" replace /> },
  { path: "flows", element: <FlowsPage /> },
  { path: "flows/:id", element: <FlowPage /> },
  { path: "conversations/:id?", element: <ConversationsPage /> },
  { path: "contacts", element: <ContactsPage /> },
  { path: "contacts/import/:id?", element: <ImportPage /> },
  { path: "contacts/leads", element: <LeadsPage /> },
  { path: "contacts/:id", element: <ContactPage /> },
  { path: "sessions", element: <SessionsPage /> },
  // By itself: nothing else draws charts.
  {
    path: "analytics",
    lazy: async () => ({ Component: (await import("../analytics/AnalyticsPage.tsx")).AnalyticsPage }),
  },
  { path: "channels", element: <ChannelsPage /> },
  { path: "channels/templates", element: <TemplatesPage /> },
  { path: "channels/webhooks", element: <WebhookLogPage /> },
  { path: "settings", element: <SettingsPage /> },
  { path: "*", element: <NotFoundPage /> },
];

export const routes: RouteObject[] = [
  {
    errorElement: <CrashPage />,
    children: [
      { path: "/setup", element: <SetupPage /> },
      { path: "/sign-in", element: <SignInPage /> },
      {
        path: "/",
        element: (
          <RequireMember>
            <AppFrame />
          </RequireMember>
        ),
        children: [{ errorElement: <CrashPage />, children: pages }],
      },
    ],
  },
];
