// After each test of the web application the page is empty again: files share one window, which is what makes them quick.

import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(() => {
  // Tests of the live connection run without a window.
  if (typeof document === "undefined") return;
  cleanup();
  document.body.innerHTML = "";
  localStorage.clear();
});
