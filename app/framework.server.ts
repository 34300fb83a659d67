/** On the server only this file imports the framework, for the platform and the entry. */
export { createRequestHandler, data, redirect } from "@remix-run/node";
export type {
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
  ServerBuild,
} from "@remix-run/node";
export { RemixServer } from "@remix-run/react";
export { serverOnly } from "./framework.ts";
