import { createHash } from "node:crypto";
import type { Package } from "./packages.ts";

const purl = ({ name, version }: Pick<Package, "name" | "version">) => `pkg:npm/${name.replace("@", "%40")}@${version}`;
const licences = (expression: string) =>
  /[ (]/.test(expression) ? [{ expression }] : [{ license: { id: expression } }];

/**
 * Returns the bill of materials of a release in CycloneDX 1.5: every package in the archive with its licence and the
 * checksum the registry gave it, and which needs which. Says the same of the same commit: its number comes from its
 * content.
 */
export function sbomOf(
  product: { name: string; version: string; description: string; license: string; at: Date },
  packages: readonly Package[],
  direct: readonly string[],
): string {
  const refs = new Map(packages.map((each) => [each.path, `${purl(each)}#${each.path}`]));
  const refsOf = (paths: readonly string[]) => paths.flatMap((path) => refs.get(path) ?? []).sort();
  const self = `${product.name}@${product.version}`;
  const content = {
    metadata: {
      timestamp: product.at.toISOString(),
      component: {
        type: "application",
        "bom-ref": self,
        name: product.name,
        version: product.version,
        description: product.description,
        licenses: licences(product.license),
      },
    },
    components: packages.map((each) => ({
      type: "library",
      "bom-ref": refs.get(each.path),
      name: each.name,
      version: each.version,
      purl: purl(each),
      licenses: licences(each.license),
      ...(each.integrity.startsWith("sha512-")
        ? { hashes: [{ alg: "SHA-512", content: Buffer.from(each.integrity.slice(7), "base64").toString("hex") }] }
        : {}),
    })),
    dependencies: [
      { ref: self, dependsOn: refsOf(direct) },
      ...packages.map((each) => ({ ref: refs.get(each.path), dependsOn: refsOf(each.needs) })),
    ],
  };
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const serial = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-5$3-8$4-$5");
  const head = { bomFormat: "CycloneDX", specVersion: "1.5", serialNumber: `urn:uuid:${serial}`, version: 1 };
  return `${JSON.stringify({ ...head, ...content }, null, 2)}\n`;
}
