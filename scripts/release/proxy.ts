import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const program = ["/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx"].find((path) => existsSync(path));

/** Describes the proxy of `deploy/nginx.conf` on this machine: its addresses and folders are replaced, nothing else of it. */
type Proxy = { origin: string; stop: () => void };

/**
 * Starts nginx in `folder` with the example of this project, before servers on these two ports, at `port` with a certificate
 * it signed itself. Throws a sentence when there is no nginx.
 */
export function startProxy(folder: string, { port, servers }: { port: number; servers: [number, number] }): Proxy {
  if (!program) throw new Error("There is no nginx: install it (Debian: apt-get install nginx-light).");
  const [key, cert] = [join(folder, "privkey.pem"), join(folder, "fullchain.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const plain = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert];
  execFileSync("openssl", [...plain, ...subject], { stdio: "ignore" });
  const example = readFileSync("deploy/nginx.conf", "utf8");
  const site = example
    .replace(/server \{\s+listen 80;[\s\S]*?\n\}\n/, "") // the way from http to https needs a port of its own
    .replaceAll(
      /listen (\[::\]:)?443/g,
      (_, six: string | undefined) => `listen ${six ? "[::1]:" : "127.0.0.1:"}${port}`,
    )
    .replaceAll("samenspel.example", "localhost")
    .replaceAll("/etc/samenspel/tls", folder)
    .replace("127.0.0.1:3001", `127.0.0.1:${servers[0]}`)
    .replace("127.0.0.1:3002", `127.0.0.1:${servers[1]}`);
  const own = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${join(folder, kind)};`)
    .join("\n");
  const file = join(folder, "nginx.conf");
  writeFileSync(
    file,
    `daemon off;\nmaster_process off;\npid ${join(folder, "pid")};\nerror_log ${join(folder, "error.log")} warn;\n` +
      `events {}\nhttp {\naccess_log off;\n${own}\n${site}}\n`,
  );
  const child: ChildProcess = spawn(program, ["-p", folder, "-c", file], { stdio: "inherit" });
  return { origin: `https://localhost:${port}`, stop: () => void child.kill("SIGTERM") };
}
