const parameter = "socket";

/** Answers the address of the same database by this socket file (`null`: by its port), for this machine only. */
export function withSocket(url: string, path: string | null): string {
  const address = new URL(url);
  if (path) address.searchParams.set(parameter, path);
  else address.searchParams.delete(parameter);
  return address.href;
}

/** Takes apart an address of `withSocket`: what a driver understands of it, and the socket file. */
export function addressOf(url: string): { url: string; path: string | null } {
  // Not every address that a driver takes is a URL: there may be several hosts.
  const path = url.includes(`${parameter}=`) ? new URL(url).searchParams.get(parameter) : null;
  return { url: path ? withSocket(url, null) : url, path };
}
