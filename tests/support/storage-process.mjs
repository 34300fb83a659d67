// This is an S3-compatible server as a process of its own, so that it can be stopped, frozen and killed.
import S3rver from "@20minutes/s3rver";

const [port, directory, ...buckets] = process.argv.slice(2);
const configureBuckets = buckets.map((name) => ({ name }));
await new S3rver({ port: Number(port), address: "127.0.0.1", silent: true, directory, configureBuckets }).run();
process.stdout.write("ready\n");
