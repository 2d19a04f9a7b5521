/** Tens of thousands of contents on every platform. */
import { fitInvariants } from "./invariants.fixture.ts";

fitInvariants(10_000);
