/**
 * Tells whether an account is open to its owner: neither disabled by an administrator nor closed. Whoever may not come
 * in logs in nowhere, opens no link, gets no letter and is on no list from which somebody is chosen; the name stays
 * where it was written (docs/domain.md 3.5). Queries say the same by `present` (db/queries/present).
 */
export const mayComeIn = (person: { disabledAt: Date | null }): boolean => person.disabledAt === null;
