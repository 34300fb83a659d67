/** One's own seat in a team. */
export const seat = {
  title: "Meedoen in een team",
  asked: (who: string | null, role: string) => `${who ?? "Iemand"} vraagt je voor het team, als ${role.toLowerCase()}.`,
  about: "Waar het om gaat",
  whole: "Lees de hele opdracht en de afspraken",
  afterPromise: "De opdracht is vertrouwelijk. Je leest haar zodra je de bijlage over geheimhouding hebt getekend.",
  invited: "Je bent gevraagd voor dit team.",
  annexes: "Lees en onderteken",
  signed: "Getekend",
  read: "Lees en onderteken",
  waits: "De afspraken zijn nog niet getekend. Zodra dat zo is, staan hier je bijlagen.",
  join: "Doe mee",
  refuse: "Liever niet",
  joined: "Je doet mee in dit team.",
  toAssignment: "Naar de opdracht",
  notYet: "Onderteken eerst alle bijlagen. Daarna kun je meedoen.",
};
