import { route, type RouteConfig } from "@remix-run/route-config";

/** The table of contents: every address of the product, and the file that answers it. Nothing else answers. */
export default [
  route("taal", "routes/language.ts"),
  route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
