import { createHmac } from "node:crypto";
import ipaddr from "ipaddr.js";

/**
 * From where a request came, for counting and for taking turns: the connection's address and its network, both as a
 * fingerprint that tells nobody where people are.
 */
export type Client = { address: string; network: string };

/**
 * The address a request came from: of the socket, or, behind `proxies` machines of our own, the one that the outermost of
 * them wrote in `X-Forwarded-For`. What stands further left was written by whoever sent it and counts for nothing
 * (docs/trust.md H24).
 */
export function addressOf(socket: string | undefined, forwarded: string | undefined, proxies: number): string {
  const hops = proxies === 0 ? [] : (forwarded ?? "").split(",").map((hop) => hop.trim());
  const way = [...hops.filter((hop) => ipaddr.isValid(hop)), socket ?? ""];
  return way[Math.max(0, way.length - 1 - proxies)] ?? "";
}

/** Holds a home or a machine: one address of version 4, or the /64 that version 6 gives to each. A network: /24 and /48. */
const widths = { ipv4: { address: 32, network: 24 }, ipv6: { address: 64, network: 48 } } as const;
function within(address: string, part: keyof Client): string {
  if (!ipaddr.isValid(address)) return "unknown";
  const read = ipaddr.process(address);
  const bytes = read.toByteArray();
  const bits = widths[read.kind()][part];
  return `${read.kind()}/${bytes.slice(0, bits / 8).join(".")}`;
}
/**
 * Returns the client of an address. `secret` keeps its fingerprints from being guessed back into an address. Each is
 * made when it is first asked for: most pages never ask, and the two would cost as much as a kept page does.
 */
export function clientOf(address: string, secret: string): Client {
  const known: Partial<Client> = {};
  const fingerprint = (part: keyof Client) =>
    (known[part] ??= createHmac("sha256", secret)
      .update(`${part} ${within(address, part)}`)
      .digest("base64url"));
  return {
    get address() {
      return fingerprint("address");
    },
    get network() {
      return fingerprint("network");
    },
  };
}
