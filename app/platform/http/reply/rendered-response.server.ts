/**
 * Keeps the text of pages that were just rendered. As the body of a response it would be made into a stream and read
 * back, which costs as much as a small query.
 */
const texts = new WeakMap<Response, string>();

/** Makes a response whose text the server takes with `renderedText`; it has no body of its own. */
export function renderedResponse(text: string, init: ResponseInit): Response {
  const response = new Response(null, init);
  texts.set(response, text);
  return response;
}
/** Returns the text of a response that was made by `renderedResponse`, or undefined. */
export const renderedText = (response: Response): string | undefined => texts.get(response);
