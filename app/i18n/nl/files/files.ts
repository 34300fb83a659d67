/** These words are about the files of an assignment. */
export const files = {
  title: "Bestanden toevoegen",
  files: "Bestanden",
  hint: "Hoogstens 25 MB samen. PDF, Office, beeld, tekst of een archief.",
  add: "Voeg toe",
  download: (name: string, size: string) => `${name} (${size})`,
};
