import { join } from "node:path";
import { openBucket, type BucketPlace } from "./bucket.server.ts";
import { bucketStore } from "./bucket-store.server.ts";
import { openFiles, type FileStore } from "./receive.server.ts";

/** Tells where the files of an installation are: all of it is data, so that a thread can be told. */
export type FilesPlace = { folder: string; bucket?: BucketPlace | undefined };

/**
 * Returns the place that the settings name: `files` in `DATA_DIR`, or a bucket. A bucket has a folder of its own for
 * what is on its way, so that nothing that was kept here before is taken for a leftover.
 */
export const filesPlace = ({ dataDir, bucket }: { dataDir: string; bucket?: BucketPlace | undefined }): FilesPlace =>
  bucket ? { folder: join(dataDir, "outgoing"), bucket } : { folder: join(dataDir, "files") };

/** The one way to the files, wherever they are. */
export const openStore = ({ folder, bucket }: FilesPlace): FileStore =>
  bucket ? bucketStore(openFiles(folder), openBucket(bucket)) : openFiles(folder);
