/** Lists invented people: first and last names are paired in turn, so that nobody is twice. */
const first = [
  "Sietske",
  "Mohammed",
  "Anouk",
  "Pieter",
  "Fatima",
  "Joris",
  "Lieke",
  "Emre",
  "Hanneke",
  "Daan",
  "Yara",
  "Willem",
  "Nadia",
  "Bram",
  "Ingrid",
  "Tarik",
  "Marloes",
  "Kees",
  "Aisha",
  "Ruben",
  "Femke",
  "Oscar",
  "Samira",
  "Thijs",
  "Jolanda",
  "Milan",
  "Esra",
  "Gerard",
  "Noor",
  "Victor",
  "Chantal",
  "Bilal",
  "Renske",
  "Sven",
  "Dewi",
  "Hugo",
  "Mirjam",
];
const last = [
  "de Boer",
  "el Amrani",
  "van Dijk",
  "Postma",
  "Yilmaz",
  "Hendriks",
  "Bakker",
  "Kuipers",
  "Visser",
  "Hofstra",
  "Jansen",
  "van den Berg",
  "Öztürk",
  "Smit",
  "Dijkstra",
  "Wijnja",
  "Mulder",
  "Terpstra",
  "Benali",
  "Vos",
  "de Groot",
  "Sewnath",
  "Brouwer",
  "van der Meer",
  "Maas",
  "Peters",
  "Kaya",
  "Schouten",
  "Willems",
  "Verhoeven",
  "Martina",
  "de Haan",
  "Koster",
  "Prins",
  "Haddou",
  "Zijlstra",
  "van Leeuwen",
  "Tromp",
  "Groen",
  "Scholten",
  "Bosman",
];
/** Makes 37 × 41 pairs before one comes back. */
export function namer() {
  let n = 0;
  return () => {
    const name = `${first[n % first.length]} ${last[n % last.length]}`;
    n++;
    return name;
  };
}
/** Returns the address that goes with a name. */
export const mailOf = (name: string, domain: string) =>
  `${name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ".")}@${domain}`;
