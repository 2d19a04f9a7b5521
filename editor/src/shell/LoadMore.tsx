/** The button at the end of a list that has more pages. */

import { Button, Center } from "@mantine/core";
import { t } from "../i18n/t.ts";

export interface LoadMoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

export function LoadMore({ query }: LoadMoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <Center mt="md">
      <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t("Show more")}
      </Button>
    </Center>
  );
}
