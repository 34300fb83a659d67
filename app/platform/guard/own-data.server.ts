export { ownArchive } from "#app/platform/files/own-data.server.ts";
