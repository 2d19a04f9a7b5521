import { expect, test } from "vitest";
import { ApiError } from "./api-error.ts";
import { newQueryClient } from "./query-client.ts";

const askedTimes = async (error: Error) => {
  let asked = 0;
  const queryFn = () => {
    asked += 1;
    throw error;
  };
  const client = newQueryClient();
  // Observers retry; a single fetch does by the same rule.
  const retry = client.getDefaultOptions().queries?.retry;
  await client
    .fetchQuery({ queryKey: ["any"], queryFn, ...(retry && { retry }), retryDelay: 1 })
    .catch(() => {});
  return asked;
};

test.each([400, 401, 403, 404, 409, 422])("a refusal by %d is not asked for again", async (status) => {
  expect(await askedTimes(new ApiError("no", "No.", status))).toBe(1);
});

test.each([0, 500, 503])("what may pass (%d) is asked for once more", async (status) => {
  expect(await askedTimes(new ApiError("later", "Later.", status))).toBe(2);
});
