import { inflateRawSync } from "node:zlib";

/** The file is no workbook we can read, or holds more than a list of students could. */
export class Unreadable extends Error {}
const signature = { end: 0x06054b50, entry: 0x02014b50, file: 0x04034b50 };
/** A workbook of ten thousand students holds less; what unpacks to more was made to hurt. */
const mostUnpacked = 40 * 1024 * 1024;
const mostEntries = 2000;
type Entry = { method: number; packed: number; at: number };

/**
 * Lists what a package holds, by name; each part is unpacked when asked for, and all together never above
 * `mostUnpacked`, whatever the package says of its sizes. Throws Unreadable.
 */
export function openZip(bytes: Buffer): (name: string) => string | null {
  const entries = entriesOf(bytes);
  let left = mostUnpacked;
  return (name) => {
    const entry = entries.get(name);
    if (!entry) return null;
    const data = dataOf(bytes, entry);
    const whole = entry.method === 0 ? data : inflated(data, left);
    if ((left -= whole.length) < 0) throw new Unreadable("too large");
    return whole.toString("utf8");
  };
}
function inflated(data: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
  } catch {
    throw new Unreadable("broken or too large");
  }
}
function dataOf(bytes: Buffer, { packed, at, method }: Entry): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== signature.file || (method !== 0 && method !== 8))
    throw new Unreadable("no entry");
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length) throw new Unreadable("cut off");
  return bytes.subarray(from, from + packed);
}
/** Returns the list of contents at the end of a package. */
function entriesOf(bytes: Buffer): Map<string, Entry> {
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_600 && bytes.readUInt32LE(end) !== signature.end) end--;
  if (end < 0 || bytes.readUInt32LE(end) !== signature.end) throw new Unreadable("no package");
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== signature.entry || entries.size >= mostEntries)
      throw new Unreadable("no contents");
    const [name, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    entries.set(bytes.toString("utf8", at + 46, at + 46 + name), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}
