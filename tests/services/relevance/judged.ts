/** Sixty searches as people type them, judged by hand on the forty questions of the demo: each names the question that should stand among the first three. */
export const judged: readonly (readonly [words: string, question: string])[] = [
  // As it is written
  ["mengketels schoonmaken", "VR-001"], ["weekmenu bewoners", "VR-011"], ["kroos maaien", "VR-014"], ["phishing", "VR-036"], ["ontbijtbuffet verspilling", "VR-037"], ["leemstuc drogen", "VR-032"],
  ["elektrische trucks laden", "VR-028"], ["prefab badkamer", "VR-030"], ["streekmenu", "VR-040"], ["orderpickroute", "VR-027"], ["chrysant trips", "VR-021"], ["zonnepanelen keuren", "VR-020"],
  // Other forms of the same words
  ["loog spoelen ketel", "VR-001"], ["gerecyclede korrels controle", "VR-003"], ["inwerken operator", "VR-004"], ["lasfout camera", "VR-006"], ["frees versleten geluid", "VR-007"], ["alarm nacht dementie", "VR-009"],
  ["tillift zoeken", "VR-010"], ["verpleegkundige inwerken wijk", "VR-012"], ["gemaal verstopping", "VR-013"], ["watermeterput pomp", "VR-015"], ["regen hergebruik dak", "VR-016"], ["net bedrijventerrein aansluiting", "VR-017"],
  ["koelcel stroomprijs", "VR-019"], ["bestelbus binnenstad", "VR-025"], ["krat retour klant", "VR-026"], ["restmaterialen bouwplaats", "VR-029"], ["oplevering punten melden", "VR-031"], ["servicedesk kennis", "VR-033"],
  // Compounds and their parts
  ["warmtepomp", "VR-018"], ["pompen", "VR-013"], ["paprika", "VR-022"], ["oogst tellen", "VR-023"], ["seizoenskracht", "VR-024"], ["bevoorraden winkel", "VR-025"], ["besturingskast", "VR-008"], ["webwinkel", "VR-035"],
  ["rolstoel", "VR-010"], ["rooster", "VR-039"], ["hotel", "VR-038"], ["nachtzorg", "VR-009"], ["kas", "VR-024"], ["badkamercel", "VR-030"],
  // Typing errors
  ["wamtepomp", "VR-018"], ["zonepanelen", "VR-020"], ["orderpikker", "VR-027"], ["fishing mail", "VR-036"], ["onderaanemers", "VR-031"], ["verpleeghiuis", "VR-010"], ["roisterhulpmiddel", "VR-039"], ["sensoor frezen", "VR-007"],
  // A skill, a place, a company's words
  ["beeldherkenning python", "VR-006"], ["drone ecologie", "VR-014"], ["toegankelijkheid blinde klant", "VR-035"], ["biobased vezels", "VR-022"], ["Valkenburg", "VR-037"], ["cybersecurity", "VR-036"], ["rugklachten magazijn", "VR-027"],
  // A whole sentence
  ["hoe zorgen we dat gasten zich welkom voelen zonder receptie", "VR-038"],
];
