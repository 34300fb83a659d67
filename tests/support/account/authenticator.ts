import { createHash, createHmac, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const head = (major: number, n: number) =>
  n < 24
    ? Buffer.from([(major << 5) | n])
    : n < 256
      ? Buffer.from([(major << 5) | 24, n])
      : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
type Cbor = number | string | Buffer | Map<number | string, Cbor>;
/** Returns CBOR (RFC 8949) as far as a passkey needs it: whole numbers, text, bytes and maps. */
const cbor = (value: Cbor): Buffer => {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([k, v]) => [cbor(k), cbor(v)])]);
};
type Asked = { challenge: string };
/** Encodes a public key of the curve P-256 (RFC 9052, 7) by the coordinates of its point. */
const publicKeyOf = (x: string, y: string): Buffer =>
  cbor(
    new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]),
  );

/**
 * Makes an authenticator in software (WebAuthn level 3, 6.5 and 7): a key of its own for one site, real signatures.
 * `origin` is where its browser thinks it is.
 */
export function authenticator(origin: string, site = new URL(origin).hostname) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  let counter = 0;
  const client = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const count = () => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(++counter);
    return bytes;
  };
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      response,
    });
  const cose = publicKeyOf(x, y);
  return {
    /** Answers `navigator.credentials.create`: user present and verified, attested data, no attestation. */
    make: (asks: string) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const data = Buffer.concat([sha256(site), Buffer.from([0x45]), count(), Buffer.alloc(16), length, id, cose]);
      const attestation = new Map<string, Cbor>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", data],
      ]);
      return answer({
        clientDataJSON: client("webauthn.create", (JSON.parse(asks) as Asked).challenge).toString("base64url"),
        attestationObject: cbor(attestation).toString("base64url"),
        transports: ["internal"],
      });
    },
    /** Answers what the browser asks by `navigator.credentials.get`. */
    show: (asks: string) => {
      const data = Buffer.concat([sha256(site), Buffer.from([0x05]), count()]);
      const said = client("webauthn.get", (JSON.parse(asks) as Asked).challenge);
      const signature = createSign("sha256")
        .update(Buffer.concat([data, sha256(said)]))
        .sign(privateKey);
      return answer({
        clientDataJSON: said.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      });
    },
  };
}

/** Answers the code of an app at this moment (RFC 6238, 4226): six digits, half a minute each, SHA-1. */
export function appCodeAt(secret: string, at: Date): string {
  const bits = [...secret.replaceAll(" ", "")].map((each) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(each).toString(2).padStart(5, "0"),
  );
  const key = Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(+at / 30_000)));
  const digest = createHmac("sha1", key).update(step).digest();
  const from = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
