import { newerThanBuild } from "../../scripts/ready.mjs";

/** Sets up what asks the built server: it refuses a build in which something that was written since is missing. */
export default function setup() {
  const newer = newerThanBuild();
  if (!newer) return;
  const refusal = new Error(
    `The build is older than ${newer}, or is not there. Run "npm run build", then the test again.`,
  );
  refusal.stack = refusal.message; // where this is thrown says nothing to whoever runs a test
  throw refusal;
}
