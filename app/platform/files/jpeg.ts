import { Broken, partCounter, type Bytes } from "./bytes.ts";
import { refuseFlood } from "./images.ts";

const endOfImage = 0xd9;
const startOfScan = 0xda;
const isRestart = (code: number) => code >= 0xd0 && code <= 0xd7;
/** A frame says how large the picture is (ITU-T T.81, B.2.2): precision, height, width. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
const isBare = (code: number) => isRestart(code) || code === 0x01;

/**
 * Yields a JPEG without what says where, when and by whom it was made: Exif (GPS), XMP, IPTC, comments, maker's
 * segments and anything after the image go (docs/trust.md 3.5). Stays: the picture, its colour profile, and which
 * side is up. Throws Broken when it is no whole JPEG.
 */
export async function* cleanJpeg(bytes: Bytes): AsyncGenerator<Buffer> {
  yield await bytes.take(2);
  const onePart = partCounter();
  for (;;) {
    onePart();
    const code = await marker(bytes);
    if (code === endOfImage || isBare(code)) yield Buffer.from([0xff, code]);
    if (code === endOfImage) return;
    if (isBare(code)) continue;
    const length = (await bytes.peek(2)).readUInt16BE(0);
    if (length < 2) throw new Broken();
    const segment = await bytes.take(length);
    if (isFrame(code) && segment.length >= 7) refuseFlood(segment.readUInt16BE(5), segment.readUInt16BE(3));
    if (stays(code, segment)) yield Buffer.concat([Buffer.from([0xff, code]), segment]);
    if (code === 0xe1) yield upright(orientation(segment));
    if (code === startOfScan) yield* scan(bytes);
  }
}

async function marker(bytes: Bytes): Promise<number> {
  if ((await bytes.take(1))[0] !== 0xff) throw new Broken();
  const code = await afterFill(bytes);
  if (code === 0x00 || code === 0xd8 || ((await bytes.peek(2)).length < 2 && code !== endOfImage)) throw new Broken();
  return code;
}

/** Any number of 0xFF may stand before the code. */
async function afterFill(bytes: Bytes): Promise<number> {
  for (;;) {
    const ahead = await bytes.peek(1);
    if (ahead.length === 0) throw new Broken();
    const at = ahead.findIndex((byte) => byte !== 0xff);
    const taken = await bytes.take(at < 0 ? ahead.length : at + 1);
    if (at >= 0) return taken[at] ?? 0;
  }
}

function stays(code: number, segment: Buffer): boolean {
  const begins = (word: string) => segment.toString("latin1", 2, 2 + word.length) === word;
  if (code === 0xe0) return begins("JFIF\0");
  if (code === 0xe2) return begins("ICC_PROFILE\0");
  if (code === 0xee) return begins("Adobe");
  return !(code >= 0xe0 && code <= 0xef) && code !== 0xfe;
}

/** The coded picture runs until a marker that is no restart; 0xFF00 is a byte of the picture. */
async function* scan(bytes: Bytes): AsyncGenerator<Buffer> {
  for (let least = 2; ; ) {
    const ahead = await bytes.peek(least);
    if (ahead.length < least) throw new Broken();
    const { upTo, found } = nextMarker(ahead);
    if (upTo > 0) yield await bytes.take(upTo);
    if (found) return;
    least = ahead.length - upTo + 1;
  }
}
function nextMarker(ahead: Buffer): { upTo: number; found: boolean } {
  for (let at = ahead.indexOf(0xff); ; at = ahead.indexOf(0xff, at)) {
    if (at < 0) return { upTo: ahead.length, found: false };
    const code = ahead[at + 1];
    if (code === undefined) return { upTo: at, found: false };
    if (code === 0x00 || isRestart(code)) at += 2;
    else if (code === 0xff) at += 1;
    else return { upTo: at, found: true };
  }
}

/** Returns 1 (as stored) to 8, from the first directory of an Exif segment; 1 when it does not say. */
function orientation(segment: Buffer): number {
  if (segment.toString("latin1", 2, 8) !== "Exif\0\0") return 1;
  const tiff = segment.subarray(8);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = u32(4);
  for (let n = 0; n < Math.min(u16(directory), 200); n++) {
    const entry = directory + 2 + n * 12;
    if (u16(entry) === 0x0112) return u16(entry + 8);
  }
  return 1;
}
/** Returns a new Exif segment that says only which side is up; nothing when the picture is stored upright. */
function upright(turn: number): Buffer {
  if (turn < 2 || turn > 8) return Buffer.alloc(0);
  const segment = Buffer.from(
    "ffe10022457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100000000" + "00000000",
    "hex",
  );
  segment.writeUInt16BE(turn, 28);
  return segment;
}
