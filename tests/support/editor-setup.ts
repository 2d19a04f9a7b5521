// After each test of the web application the page is empty again: files share one window, which is what makes them quick.

import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

// What is waited for comes when it comes: pages are fetched when first opened, saving waits for a pause in typing.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  // Tests of the live connection run without a window.
  if (typeof document === "undefined") return;
  cleanup();
  document.body.innerHTML = "";
  localStorage.clear();
});
