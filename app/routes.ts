import { index, route, type RouteConfig } from "@remix-run/route-config";

/** The table of contents: every address of the product, and the file that answers it. Nothing else answers. */
export default [
  index("routes/home.tsx"),
  route("hoe-het-werkt", "routes/how.tsx"),
  route("toegankelijkheid", "routes/accessibility.tsx"),
  route("privacy", "routes/privacy.tsx"),
  route("vraagstukken", "routes/market.tsx"),
  route("inloggen", "routes/login.tsx"),
  route("uitloggen", "routes/logout.ts"),
  route("registreren", "routes/register.tsx"),
  route("bevestigen/:token", "routes/confirm.tsx"),
  route("wachtwoord-vergeten", "routes/forgot.tsx"),
  route("wachtwoord/:token", "routes/reset.tsx"),
  route("mijn-werk", "routes/mine.tsx"),
  route("vraagstukken/:assignmentId", "routes/assignment.tsx"),
  route("vraagstukken/:assignmentId/logboek", "routes/log.tsx"),
  route("vraagstukken/:assignmentId/doe", "routes/move-plain.ts"),
  route("vraagstukken/:assignmentId/doe/:move", "routes/move.tsx", { id: "move" }),
  route("vraagstukken/:assignmentId/doe/:object/:move", "routes/move.tsx", { id: "move-new-part" }),
  route("onderdelen/:object/:partId/doe/:move", "routes/move.tsx", { id: "move-part" }),
  route("taal", "routes/language.ts"),
  route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
