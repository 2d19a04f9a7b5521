/** Every question to the server, with the key its answer is kept under. The reason for its length: one place for all of them. */
import type { Trigger } from "@hilo/flow-engine";
import type {
  ChosenSessions,
  ContactChoice,
  ContactImportRow,
  ConversationFilter,
  Lead,
  WebhookLogEntry,
} from "@hilo/server/contract";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { ApiError } from "./api-error.ts";
import { api } from "./client.ts";

/** Rows of a list read at once: more than a tall screen shows. */
const LIST_PAGE = 50;
const firstPage = (): string | null => null;

/** `null` is a settled answer here: nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  staleTime: 5 * 60_000,
  queryFn: async () => {
    try {
      return await api.account.me();
    } catch (thrown) {
      if (thrown instanceof ApiError && thrown.status === 401) return null;
      throw thrown;
    }
  },
});

export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: () => api.account.setupStatus(),
  staleTime: 0,
});

export const flowsQuery = infiniteQueryOptions({
  queryKey: ["flows"],
  queryFn: ({ pageParam }) =>
    api.flows.list({ limit: LIST_PAGE, ...(pageParam !== null && { cursor: pageParam }) }),
  initialPageParam: firstPage(),
  getNextPageParam: (page) => page.nextCursor,
});

export const flowQuery = (id: string) =>
  queryOptions({ queryKey: ["flow", id], queryFn: () => api.flows.get({ id }) });

export const versionsQuery = (flowId: string) =>
  infiniteQueryOptions({
    queryKey: ["flow-versions", flowId],
    queryFn: ({ pageParam }) =>
      api.flows.versions({
        id: flowId,
        limit: LIST_PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

/** A version never changes. */
export const versionQuery = (flowId: string, versionId: string) =>
  queryOptions({
    queryKey: ["flow-version", flowId, versionId],
    queryFn: () => api.flows.version({ id: flowId, versionId }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The same as a document for the canvas. What makes it one is fetched with the first canvas. */
export const placedVersionQuery = (flowId: string, versionId: string) =>
  queryOptions({
    queryKey: ["placed-version", versionId],
    queryFn: async () => {
      const [{ openDocument }, { placeMissing }, { definition }] = await Promise.all([
        import("../document/flow-document.ts"),
        import("../document/lay-out.ts"),
        api.flows.version({ id: flowId, versionId }),
      ]);
      return placeMissing(openDocument(definition));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** @param days of the runs begun in so many */
export const flowTrafficQuery = (flowId: string, days: number) =>
  queryOptions({
    queryKey: ["flow-traffic", flowId, days],
    queryFn: () => api.flows.traffic({ id: flowId, days }),
    // People come and go meanwhile.
    staleTime: 0,
  });

export const publishPreviewQuery = (flowId: string, revision: number) =>
  queryOptions({
    queryKey: ["publish-preview", flowId, revision],
    queryFn: () => api.flows.previewPublish({ id: flowId }),
    // People come and go meanwhile.
    staleTime: 0,
    // What was counted stays until it is counted anew: a choice must not vanish under somebody's hand.
    placeholderData: keepPreviousData,
  });

/** They come with the server and change only when that does. */
export const examplesQuery = queryOptions({
  queryKey: ["examples"],
  queryFn: () => api.flows.examples(),
  staleTime: Number.POSITIVE_INFINITY,
});

/** @param channelId null: any number on WhatsApp */
export const explanationQuery = (text: string, channelId: string | null) =>
  queryOptions({
    queryKey: ["explanation", text, channelId],
    queryFn: () => api.triggers.explain({ text, ...(channelId !== null && { channelId }) }),
    // Somebody may publish a flow between two questions.
    staleTime: 0,
  });

/** Whom a keyword would start if the flow were published with these triggers. */
export const keywordQuery = (
  keyword: string,
  draft: { flowId: string; triggers: Trigger[]; priority: number },
) =>
  queryOptions({
    queryKey: ["explanation", keyword, draft],
    queryFn: () => api.triggers.explain({ text: keyword, draft }),
    staleTime: 0,
  });

export const conversationsQuery = (filter: ConversationFilter) =>
  infiniteQueryOptions({
    queryKey: ["conversations", filter],
    queryFn: ({ pageParam }) =>
      api.conversations.list({
        limit: LIST_PAGE,
        ...filter,
        unread: filter.unread ? "true" : undefined,
        mentioned: filter.mentioned ? "true" : undefined,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

interface ReportPeriod {
  days: number;
  channelId?: string | undefined;
}

export const overviewQuery = (period: ReportPeriod) =>
  queryOptions({
    queryKey: ["analytics", "overview", period],
    queryFn: () => api.analytics.overview(period),
    staleTime: 60_000,
  });

export const unmatchedQuery = (period: ReportPeriod) =>
  queryOptions({
    queryKey: ["analytics", "unmatched", period],
    queryFn: () => api.analytics.unmatched(period),
    staleTime: 60_000,
  });

export const experimentsQuery = queryOptions({
  queryKey: ["analytics", "experiments"],
  queryFn: () => api.analytics.experiments({}),
});

export const eventCountsQuery = queryOptions({
  queryKey: ["analytics", "events"],
  queryFn: () => api.analytics.events({}),
});

export const deskCountsQuery = queryOptions({
  queryKey: ["desk-counts"],
  queryFn: () => api.conversations.counts(),
});

export const viewsQuery = queryOptions({
  queryKey: ["conversation-views"],
  queryFn: () => api.conversationViews.list(),
});

export const cannedRepliesQuery = queryOptions({
  queryKey: ["canned-replies"],
  queryFn: () => api.cannedReplies.list(),
});

export const conversationQuery = (id: string) =>
  queryOptions({ queryKey: ["conversation", id], queryFn: () => api.conversations.get({ id }) });

export const messagesQuery = (conversationId: string) =>
  infiniteQueryOptions({
    queryKey: ["messages", conversationId],
    queryFn: ({ pageParam }) =>
      api.conversations.messages({
        id: conversationId,
        limit: LIST_PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

export const contactsQuery = ({ filter, ...narrowed }: ContactChoice) =>
  infiniteQueryOptions({
    queryKey: ["contacts", { ...narrowed, filter }],
    queryFn: ({ pageParam }) =>
      api.contacts.list({
        limit: LIST_PAGE,
        ...narrowed,
        ...(filter && { filter: JSON.stringify(filter) }),
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Counting all of many takes longer than reading a page of them. */
export const contactCountQuery = (choice: ContactChoice) =>
  queryOptions({ queryKey: ["contact-count", choice], queryFn: () => api.contacts.count(choice) });

/** While it runs, and as often as somebody looks at numbers that move. */
const IMPORT_EVERY_MS = 1_000;

export const contactImportQuery = (id: string) =>
  queryOptions({
    queryKey: ["contact-import", id],
    queryFn: () => api.contactImports.get({ id }),
    refetchInterval: ({ state: { data } }) => (data?.state === "running" ? IMPORT_EVERY_MS : false),
  });

export const importRowsQuery = (id: string, outcome: ContactImportRow["outcome"]) =>
  infiniteQueryOptions({
    queryKey: ["contact-import-rows", id, outcome],
    queryFn: ({ pageParam }) =>
      api.contactImports.rows({
        id,
        outcome,
        limit: LIST_PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

export const segmentsQuery = queryOptions({ queryKey: ["segments"], queryFn: () => api.segments.list() });

export const notesQuery = (contactId: string) =>
  infiniteQueryOptions({
    queryKey: ["notes", contactId],
    queryFn: ({ pageParam }) =>
      api.contacts.notes({
        id: contactId,
        limit: LIST_PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

export interface LeadFilter {
  state?: Lead["state"] | undefined;
  channelId?: string | undefined;
}

export const leadsQuery = (filter: LeadFilter) =>
  infiniteQueryOptions({
    queryKey: ["leads", filter],
    queryFn: ({ pageParam }) =>
      api.leads.list({
        limit: LIST_PAGE,
        ...(filter.state && { state: filter.state }),
        ...(filter.channelId && { channelId: filter.channelId }),
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

export const webhookLogQuery = (state: WebhookLogEntry["state"] | undefined) =>
  infiniteQueryOptions({
    queryKey: ["webhook-log", state],
    queryFn: ({ pageParam }) =>
      api.operations.webhookLog.list({
        limit: LIST_PAGE,
        ...(state && { state }),
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

export const usageQuery = queryOptions({ queryKey: ["usage"], queryFn: () => api.operations.usage() });

export const contactQuery = (id: string) =>
  queryOptions({ queryKey: ["contact", id], queryFn: () => api.contacts.get({ id }) });

/** Which sessions the page lists, as the server takes it. */
export type SessionFilter = NonNullable<ChosenSessions["filter"]>;

export const sessionsQuery = (filter: SessionFilter) =>
  infiniteQueryOptions({
    queryKey: ["sessions", filter],
    queryFn: ({ pageParam }) =>
      api.sessions.list({
        ...filter,
        limit: LIST_PAGE,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Some of those who stand at a step now; all of them are on the page of sessions. */
export const peopleAtQuery = (flowId: string, nodeId: string) =>
  queryOptions({
    queryKey: ["sessions", "at", flowId, nodeId],
    queryFn: () => api.sessions.list({ flowId, nodeId, live: "true", limit: 6 }),
  });

/** The newest runs in one conversation; more are not shown beside a contact. */
export const recentSessionsQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ["sessions", "of", conversationId],
    queryFn: () => api.sessions.list({ conversationId, limit: 10 }),
  });

export const sessionQuery = (id: string) =>
  queryOptions({ queryKey: ["session", id], queryFn: () => api.sessions.get({ id }) });

/** The steps of a session, oldest first; 200 is the most one page holds and more than a chat's path shows. */
export const sessionEventsQuery = (id: string) =>
  queryOptions({ queryKey: ["session-events", id], queryFn: () => api.sessions.events({ id, limit: 200 }) });

export const channelsQuery = queryOptions({
  queryKey: ["channels"],
  queryFn: () => api.channels.list({ limit: 200 }),
});
/** Whether the server can send people to Meta, and what its app there has to know. */
export const connectionSetupQuery = queryOptions({
  queryKey: ["connection-setup"],
  queryFn: () => api.connections.setup(),
  staleTime: 5 * 60_000,
});

/** What the person who came back from Meta may connect. */
export const choicesQuery = (id: string) =>
  queryOptions({ queryKey: ["connection-choices", id], queryFn: () => api.connections.choices({ id }) });

export interface TemplateFilter {
  channelId?: string | undefined;
  search?: string | undefined;
  sendable?: boolean | undefined;
}

export const templatesQuery = (filter: TemplateFilter) =>
  infiniteQueryOptions({
    queryKey: ["templates", filter],
    queryFn: ({ pageParam }) =>
      api.templates.list({
        limit: LIST_PAGE,
        ...(filter.channelId && { channelId: filter.channelId }),
        ...(filter.search && { search: filter.search }),
        ...(filter.sendable && { sendable: "true" }),
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.nextCursor,
  });

/** An uploaded file; what was deleted stays an error, not asked for again and again. */
export const mediaFileQuery = (id: string) =>
  queryOptions({ queryKey: ["media", id], queryFn: () => api.media.get({ id }), retry: false });

/** What the template step chooses from: 200 is the most one page holds and more than a list shows. */
export const sendableTemplatesQuery = queryOptions({
  queryKey: ["templates", "sendable"],
  queryFn: () => api.templates.list({ limit: 200, sendable: "true" }),
  staleTime: 60_000,
});

export const apiKeysQuery = queryOptions({
  queryKey: ["api-keys"],
  queryFn: () => api.account.apiKeys.list({ limit: 200 }),
});

export const workspaceQuery = queryOptions({ queryKey: ["workspace"], queryFn: () => api.workspace.get() });
export const secretsQuery = queryOptions({
  queryKey: ["secrets"],
  queryFn: () => api.workspace.secrets.list(),
});
export const teamsQuery = queryOptions({ queryKey: ["teams"], queryFn: () => api.workspace.teams.list() });
export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: () => api.workspace.members(),
});
/** Tags, fields, topics and events in use. */
export const namesQuery = queryOptions({ queryKey: ["names"], queryFn: () => api.workspace.names() });
