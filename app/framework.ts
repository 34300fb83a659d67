/** The hinge, browser side: the only door to the framework for screens. */
export { Outlet, isRouteErrorResponse, useActionData, useLoaderData, useMatches, useRouteError } from "@remix-run/react";
