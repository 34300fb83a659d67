/** These words stand on pages beside the assignment: one's seat, the guardian's page, files, centres, post. */
export const pages = {
  acts: "Acties",
  groups: {
    company: "Bedrijf",
    student: "Studenten",
    teacher: "Docenten",
    employee: "Medewerkers",
    field_expert: "Experts uit het werkveld",
    end_user: "Eindgebruikers",
  },
  people: {
    invite: "Nodig iemand uit",
    kvk: "KvK-nummer",
  },
};
