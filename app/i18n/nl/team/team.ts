/** These words are about the team of one assignment. */
export const team = {
  title: "Team",
  empty: "Er is nog geen team.",
  round: {
    title: (n: number): string => (n === 1 ? "Ronde" : "Rondes"),
    choosing: (by: string) => `Studenten kiezen, tot ${by}.`,
    matching: "Het centrum maakt de indeling.",
    placed: (teams: number) =>
      teams === 0
        ? "De indeling is bekend: er kwam geen team. Het centrum kan er zelf een samenstellen, of een volgende ronde proberen."
        : teams === 1
          ? "De indeling is bekend: er is een team."
          : `De indeling is bekend: er zijn ${teams} teams.`,
  },
  name: "Naam",
  role: "Rol",
  side: "Kant",
  status: "Stand",
  annexes: "Bijlagen",
  signed: "Getekend",
  open: "Nog te tekenen",
  invite: "Nodig iemand uit",
  minors: "Er zijn minderjarigen in het team.",
  own: "Jouw bijlagen",
  annexTitle: "Bijlage",
  sign: "Onderteken",
  acts: "Acties",
  unnamed: "Naam volgt bij de start",
  mendTrack: "wijzig",
  noTrack: "Leerweg niet bekend",
  schoolApproved: "Onder de 16: toestemming vastgelegd",
  schoolWaits: "Onder de 16: wacht tot de school de toestemming vastlegt",
  guardian: "Toestemming van ouder of verzorger",
  askGuardian: "Vraag toestemming",
};
