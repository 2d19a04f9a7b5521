/** An address that leads nowhere. */
import { Button } from "@mantine/core";
import { Link } from "react-router";
import { Notice } from "./Notice.tsx";

export function NotFoundPage() {
  return (
    <>
      <title>Not found · Hilo</title>
      <Notice
        fill
        shape="lost"
        title="The thread ends here"
        actions={
          <>
            <Button component={Link} to="/flows">
              To the flows
            </Button>
            <Button component={Link} to="/conversations" variant="default">
              To the conversations
            </Button>
          </>
        }
      >
        There is nothing at this address. It may have been removed, or the link was cut short.
      </Notice>
    </>
  );
}
