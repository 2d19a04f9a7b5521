/** Every page's address. */
import type { RouteObject } from "react-router";
import { FlowPage } from "../flow-page/FlowPage.tsx";

export const routes: RouteObject[] = [{ path: "/flows/:id", element: <FlowPage /> }];
