/** These words stand on the page with all assignments of a centre, by status. */
export const pipeline = {
  title: (centre: string) => `Pijplijn van ${centre}`,
  still: "Wat stilstaat",
  stop: "Stand",
  count: "Aantal",
  all: "Alles",
  empty: "Hier staat nu niets.",
  late: "te laat",
  held: "gepauzeerd",
  disputed: "geschil",
  deadlines: "Loopt tot",
  running: "Alles wat loopt",
  moving: "Er staat niets stil.",
  rows: "Opdrachten",
  open: "Plekken die leeg zijn",
  openWhy: "Het werk kan wachten op iemand die er niet meer is. Vraag iemand anders voor deze plek.",
};
