/**
 * Lists what a column can be about, and so what an export and an erasure do with it (docs/domain.md 3.4). `erased`
 * holds for rows that are a person's own; in rows of an assignment that they only wrote in, their name is taken out
 * of the words. - `stays`: without the name it says nothing of anybody, or it is proof that others need; -
 * `pseudonym`: replaced by a name that nobody else has and that leads nowhere; - `blank`: emptied; `name_out`: the
 * words stay, the person's name and addresses in them go.
 */
export const columnKinds = {
  /** It is a random number that ties rows together. */
  key: { exported: true, erased: "stays" },
  /** It is the id of a person; an export has only one's own. */
  who: { exported: true, erased: "stays" },
  /** It is a status, a date, a choice or an amount. */
  fact: { exported: true, erased: "stays" },
  /** Means who somebody is: name and addresses of a person with an account. */
  identity: { exported: true, erased: "pseudonym" },
  /** Means what somebody told of themselves, or others of them. */
  personal: { exported: true, erased: "blank" },
  /** Means words written for an assignment or a community: they belong to everybody in it. */
  words: { exported: true, erased: "name_out" },
  /** Means what others noted beside it: whoever the row is by does not read that. */
  aside: { exported: false, erased: "name_out" },
  /** Means the wording that was signed: proof of what was agreed. */
  signed: { exported: true, erased: "stays" },
  /** Means something about somebody else than whose row it is: a guardian, a fellow student. */
  other: { exported: false, erased: "blank" },
  /** A key to something, kept as a hash or until it is used. */
  secret: { exported: false, erased: "blank" },
  /** It is about an organisation or a centre. */
  public: { exported: false, erased: "name_out" },
  /** Means upkeep of the product: tries, leases, what a search or a solver works with. */
  inner: { exported: false, erased: "name_out" },
} as const satisfies Record<string, { exported: boolean; erased: Erased }>;
export type ColumnKind = keyof typeof columnKinds;
export type Erased = "stays" | "pseudonym" | "blank" | "name_out";

/** Groups what belongs together for a reader: one heading of the page on privacy and of an export. */
export const dataGroups = [
  "account",
  "access",
  "letters",
  "market",
  "drafts",
  "assignment",
  "agreement",
  "team",
  "work",
  "aftercare",
  "files",
  "log",
  "community",
  "matching",
  "organizations",
  "platform",
] as const;
export type DataGroup = (typeof dataGroups)[number];

/** Makes what stands in the place of a name after erasure: of the person's own random number, so that it leads nowhere. */
export const pseudonymOf = (personId: string): string => `Persoon ${personId.slice(0, 8)}`;
/** Returns an address that no mail server can ever have (RFC 2606). */
export const noAddressOf = (personId: string): string => `${personId}@vervallen.invalid`;
