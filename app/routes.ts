import { route, type RouteConfig } from "@remix-run/route-config";

/** The table of contents: every address of the product, and the file that answers it. Nothing else answers. */
export default [
  route("inloggen", "routes/login.tsx"),
  route("uitloggen", "routes/logout.ts"),
  route("registreren", "routes/register.tsx"),
  route("bevestigen/:token", "routes/confirm.tsx"),
  route("wachtwoord-vergeten", "routes/forgot.tsx"),
  route("wachtwoord/:token", "routes/reset.tsx"),
  route("taal", "routes/language.ts"),
  route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
