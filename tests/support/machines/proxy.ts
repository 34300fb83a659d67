import { createConnection } from "node:net";
import { resolve } from "node:path";
import { program, type Program } from "./program.ts";

/** Returns true when somebody takes connections there. */
export const reaches = (port: number) => (): Promise<boolean> =>
  new Promise<boolean>((done) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.once("connect", () => done(true)).once("error", () => done(false));
    socket.once("connect", () => socket.destroy());
  });

/** Starts HAProxy, as `deploy/haproxy.cfg` has it, on `port` before three servers on these ports; `host` is what people type. */
export async function proxyBefore(host: string, port: number, apps: readonly number[]): Promise<Program> {
  const env = Object.fromEntries(apps.map((app, at) => [`SAMENSPEL_APP_${at + 1}`, `127.0.0.1:${app}`]));
  const proxy = program({
    command: "/usr/sbin/haproxy",
    args: ["-db", "-f", resolve("deploy/haproxy.cfg")],
    cwd: resolve("deploy"),
    env: { ...env, SAMENSPEL_LISTEN: `127.0.0.1:${port}`, SAMENSPEL_HOST: host },
    up: reaches(port),
  });
  await proxy.start();
  return proxy;
}
