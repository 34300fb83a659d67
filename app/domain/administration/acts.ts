/**
 * Lists what an administrator of the platform, or the operator at its machine, did (docs/domain.md 3.5). The log of
 * it holds what, when and about whom or what, by number: no name, no address, no words.
 */
export const platformActs = [
  "administrator_added",
  "administrator_ended",
  "centre_opened",
  "organization_added",
  "organization_joined",
  "person_invited",
  "person_disabled",
  "person_enabled",
  "factors_taken",
  "backed_up",
  "restored",
] as const;
export type PlatformAct = (typeof platformActs)[number];

/** Says why somebody may no longer come in: a closed list, so that the log holds no words about a person. */
export const disablingReasons = ["left", "misuse", "taken_over", "own_request", "mistake"] as const;
export type DisablingReason = (typeof disablingReasons)[number];
