// Own and foreign origins.
import { describe, expect, it } from "vitest";
import { isOwnOrigin, originOf } from "./origins.ts";

const config = { publicUrl: "https://hilo.example.com", frontendUrl: "https://app.example.com" };

describe("origins", () => {
  it.each([
    ["https://hilo.example.com", "internal:3000", true],
    ["https://app.example.com", "internal:3000", true],
    ["http://localhost:3000", "localhost:3000", true],
    ["http://hilo.example.com", "internal:3000", false],
    ["https://hilo.example.com.evil.net", "internal:3000", false],
    ["https://evil.net", "internal:3000", false],
    ["null", "internal:3000", false],
    ["https://hilo.example.com/", "internal:3000", false],
    ["https://user@hilo.example.com", "internal:3000", false],
    ["", "internal:3000", false],
  ])("origin %j on host %j is own: %s", (origin, host, own) => {
    expect(isOwnOrigin(config, origin, host)).toBe(own);
  });

  it("goes by Sec-Fetch-Site only when there is no Origin", () => {
    expect(originOf(config, { "sec-fetch-site": "same-origin" })).toBe("own");
    expect(originOf(config, { "sec-fetch-site": "cross-site" })).toBe("foreign");
    expect(originOf(config, { "sec-fetch-site": "same-site" })).toBe("foreign");
    expect(originOf(config, { origin: "https://evil.net", "sec-fetch-site": "same-origin" })).toBe("foreign");
    expect(originOf(config, {})).toBe("unknown");
  });
});
