import { refuse } from "#app/domain/refusal.ts";

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
/** Returns an id from an address; what is no id is no page: refuses `not_found`. */
export const idIn = (text: string | undefined): string =>
  text !== undefined && form.test(text) ? text.toLowerCase() : refuse("not_found");
