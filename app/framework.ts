/** For screens only this file imports the framework. */
export {
  Outlet,
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
  useMatches,
  useRouteError,
} from "@remix-run/react";

/** Loader data lies under this key. The framework would else write all of it out for a script that no page has. */
export const serverOnly: unique symbol = Symbol.for("samenspel.unsent");
