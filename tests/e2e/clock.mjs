// Loaded before the server under test: its clock is ahead by what the file says, so that a journey of a year takes minutes.
import { readFileSync, watchFile } from "node:fs";

const file = process.env.CLOCK_FILE;
const RealDate = Date;
let ahead = 0;
const read = () => {
  ahead = Number(readFileSync(file, "utf8")) || 0;
};
read();
watchFile(file, { interval: 40 }, read).unref();
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length ? given : [RealDate.now() + ahead]));
  }
  static now() {
    return RealDate.now() + ahead;
  }
};
