import type { files as nl } from "#app/i18n/nl/files/files.ts";

export const files: typeof nl = {
  title: "Add files",
  files: "Files",
  hint: "At most 25 MB together. PDF, Office, image, text or an archive.",
  add: "Add",
  download: (name, size) => `${name} (${size})`,
};
