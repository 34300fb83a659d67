import type { Fields } from "./fields.ts";

/** Says how a field of one of several rows on a page is posted. */
export const rowFieldName = (name: string, id: string): string => `${name}.${id}`;
/** Gives the fields of one of several rows on a page the names under which they are posted: `teams.<id>`. */
export const rowFields = (fields: Fields, id: string): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [rowFieldName(name, id), field]));
