import type { Province } from "#app/domain/regions/provinces.ts";
import type { ThemeId } from "#app/domain/skills/theme-ids.ts";

/** Names of themes and provinces, and where the data about skills and places comes from. */
export const skills = {
  theme: {
    process_technology: "Procestechniek", laboratory: "Laboratorium en analyse", materials: "Materialen en kunststoffen",
    mechanical_metal: "Werktuigbouw en metaal", electronics_automation: "Elektronica en automatisering", machines_robots: "Machines en robots",
    product_design: "Productontwerp en prototypen", maintenance: "Onderhoud en reparatie", nursing_care: "Verpleging en verzorging",
    care_technology: "Zorgtechnologie", therapy_prevention: "Therapie en preventie", welfare: "Welzijn en begeleiding",
    water_quality: "Waterkwaliteit en waterzuivering", water_nature: "Water, bodem en natuur", environment: "Milieu en vervuiling",
    renewable_energy: "Duurzame energie", energy_saving: "Energie besparen", heating_cooling: "Warmte en koude",
    electrical: "Elektrotechniek en installaties", crops_greenhouse: "Teelt en kas", sustainable_agriculture: "Duurzame landbouw",
    food: "Voedsel en voedselveiligheid", warehouse: "Magazijn en voorraad", transport: "Vervoer en route",
    circular_waste: "Afval en circulaire economie", building: "Bouwen en constructie", finishing_insulation: "Afwerking en isolatie",
    building_design: "Bouwkundig ontwerp en ruimte", programming: "Programmeren en software", data: "Data en databanken",
    cyber_privacy: "Cybersecurity en privacy", ict_infrastructure: "ICT-beheer en netwerken", digital_media: "Websites en digitale media",
    kitchen: "Keuken en gerechten", guests: "Gasten en dienstverlening", research: "Onderzoek doen", communication: "Communicatie en presentatie",
    project: "Projectmatig werken", teamwork: "Samenwerken en leiden", business: "Ondernemen en geld", problem_solving: "Denken en problemen oplossen",
    safety_quality: "Veiligheid en kwaliteit", teaching: "Leren en instrueren", law: "Recht en regels",
  } satisfies Record<ThemeId, string>,
  province: {
    groningen: "Groningen", friesland: "Fryslân", drenthe: "Drenthe", overijssel: "Overijssel", flevoland: "Flevoland", gelderland: "Gelderland",
    utrecht: "Utrecht", north_holland: "Noord-Holland", south_holland: "Zuid-Holland", zeeland: "Zeeland", north_brabant: "Noord-Brabant",
    limburg: "Limburg",
  } satisfies Record<Province, string>,
  /** The first sentence is prescribed by the European Commission. */
  attribution: "Deze dienst maakt gebruik van de ESCO-classificatie van de Europese Commissie. Wij gebruiken een deel ervan en delen het zelf in thema's in.",
  placesAttribution: "Postcodegebieden: GeoNames (geonames.org), licentie CC BY 4.0. Wij hebben ze samengevoegd en afgerond.",
};
