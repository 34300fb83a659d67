// This is the server: everything is in the one bundle.
process.env.NODE_ENV ??= "production";
const build = await import("./build/server/index.js");
await build.entry.module.serve(build);
