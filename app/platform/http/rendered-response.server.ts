/**
 * The text of pages that were just drawn. A body inside the answer would be made into a stream and read back, which
 * costs as much as a small query.
 */
const texts = new WeakMap<Response, string>();

/** An answer whose text the server takes with `textOf`; it has no body of its own. */
export function written(text: string, init: ResponseInit): Response {
  const response = new Response(null, init);
  texts.set(response, text);
  return response;
}
/** The text of an answer that was made by `written`, else nothing. */
export const textOf = (response: Response): string | undefined => texts.get(response);
