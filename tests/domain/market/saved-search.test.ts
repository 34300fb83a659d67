import { expect, test } from "vitest";
import { nextAlert } from "#app/domain/market/saved-search.ts";

test("letters leave at seven in Amsterdam, the weekly ones on Monday, also when the clock changes", () => {
  const at = (now: string, rhythm: "daily" | "weekly" | "off") =>
    nextAlert(new Date(now), rhythm)?.toISOString() ?? null;
  expect(at("2026-03-02T05:59:00Z", "daily")).toBe("2026-03-02T06:00:00.000Z");
  expect(at("2026-03-02T06:00:00Z", "daily")).toBe("2026-03-03T06:00:00.000Z");
  expect(at("2026-03-28T12:00:00Z", "daily")).toBe("2026-03-29T05:00:00.000Z");
  expect(at("2026-03-02T06:00:00Z", "weekly")).toBe("2026-03-09T06:00:00.000Z");
  expect(at("2026-03-08T23:30:00Z", "weekly")).toBe("2026-03-09T06:00:00.000Z");
  expect(at("2026-03-02T06:00:00Z", "off")).toBeNull();
});
