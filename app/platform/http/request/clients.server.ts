import { addressOf, clientOf, type Client } from "./client.server.ts";

/** Knows from where each request came. What one connection brings mostly comes from one address: it is made out once. */
export function clients(secret: string, proxies: number) {
  const last = new WeakMap<object, { address: string; client: Client }>();
  return (socket: { remoteAddress?: string | undefined }, forwarded: string | undefined): Client => {
    const address = addressOf(socket.remoteAddress, forwarded, proxies);
    const before = last.get(socket);
    if (before?.address === address) return before.client;
    const client = clientOf(address, secret);
    last.set(socket, { address, client });
    return client;
  };
}
