export { download } from "./upload.server.ts";
