import { centres, communities, communityMembers, memberships, organizations, partners, people } from "#db/schema.ts";
import { sheetOf, type Sink } from "#db/seed/national/sheet.ts";

/** Returns one sheet a table of what makes the country: just the columns that are given a value. */
export const sheets = (sink: Sink) => ({
  centres: sheetOf(
    centres,
    ["id", "slug", "name", "kind", "pppType", "region", "about", "hue", "switches", "createdAt"],
    sink,
  ),
  organizations: sheetOf(
    organizations,
    [
      "id",
      "kind",
      "name",
      "kvk",
      "brin",
      "place",
      "postcode",
      "sector",
      "employees",
      "verifiedAt",
      "verifiedHow",
      "createdAt",
    ],
    sink,
  ),
  partners: sheetOf(partners, ["centreId", "organizationId", "since", "appoints"], sink),
  people: sheetOf(
    people,
    ["id", "name", "email", "emailVerifiedAt", "passwordHash", "locale", "ageBand", "turns18On", "demo", "createdAt"],
    sink,
  ),
  memberships: sheetOf(
    memberships,
    ["id", "personId", "centreId", "organizationId", "role", "track", "programme", "mandate", "grantedAt"],
    sink,
  ),
  communities: sheetOf(
    communities,
    ["id", "centreId", "organizationId", "name", "form", "levels", "offers", "createdAt"],
    sink,
  ),
  communityMembers: sheetOf(communityMembers, ["communityId", "personId", "role", "claimRight", "since"], sink),
});
export type Sheets = ReturnType<typeof sheets>;
