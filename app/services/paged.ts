import { pageOf } from "#app/domain/paging.ts";

/** A page of a list has so many rows. */
export const pageSize = 25;
/**
 * The page that was asked of a list, or the last one there is. `read` answers rows from an offset, and how many there
 * are in all where it answers any.
 */
export async function paged<R>(
  asked: number,
  read: (at: { limit: number; offset: number }) => Promise<{ rows: R[]; total: number }>,
) {
  const first = await read({ limit: pageSize, offset: (asked - 1) * pageSize });
  if (first.rows.length > 0 || asked === 1) return { ...first, ...place(first.total, asked) };
  const { total } = await read({ limit: 1, offset: 0 });
  const { offset, ...where } = pageOf(total, pageSize, asked);
  return { ...(await read({ limit: pageSize, offset })), total, ...where };
}
const place = (total: number, asked: number) => {
  const { page, pages } = pageOf(total, pageSize, asked);
  return { page, pages };
};
