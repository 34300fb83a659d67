import { afterAll, afterEach, beforeEach, expect, vi } from "vitest";
import { endFile } from "./file-end.ts";

/** A line on the error stream nobody asked for is a failure. A test that expects one reads and clears the calls of this spy. */
const complaints = vi.spyOn(console, "error");

beforeEach(() => {
  complaints.mockClear();
  complaints.mockImplementation(() => {});
});
afterEach(() => expect(complaints.mock.calls, "console.error was called").toEqual([]));
afterAll(endFile);
