/** Holds the words of the promise of secrecy before an invited community reads. */
export const secrecy = {
  title: "Geheimhouding",
  row: "Uitnodiging voor een geheim vraagstuk",
  lead: (community: string, centre: string) => `${centre} nodigt ${community} uit voor een geheim vraagstuk.`,
  text: [
    "U leest het vraagstuk pas nadat u geheimhouding hebt toegezegd.",
    "Deel niets van wat u leest met mensen buiten uw leergemeenschap. Gebruik het alleen om te kiezen of u het vraagstuk claimt.",
    "De toezegging blijft gelden als u niet claimt. Uw naam en het moment staan in het logboek.",
  ],
  promised: "U hebt geheimhouding toegezegd. U leest het vraagstuk hier:",
  name: "Uw naam",
  consent: "Ik zeg geheimhouding toe, ook namens mijn leergemeenschap",
  accept: "Zeg toe en lees het vraagstuk",
};
