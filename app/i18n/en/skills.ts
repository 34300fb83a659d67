import type { skills as nl } from "../nl/skills.ts";

export const skills: typeof nl = {
  theme: {
    process_technology: "Process technology", laboratory: "Laboratory and analysis", materials: "Materials and plastics",
    mechanical_metal: "Mechanical engineering and metal", electronics_automation: "Electronics and automation", machines_robots: "Machines and robots",
    product_design: "Product design and prototyping", maintenance: "Maintenance and repair", nursing_care: "Nursing and care",
    care_technology: "Care technology", therapy_prevention: "Therapy and prevention", welfare: "Welfare and guidance",
    water_quality: "Water quality and treatment", water_nature: "Water, soil and nature", environment: "Environment and pollution",
    renewable_energy: "Renewable energy", energy_saving: "Saving energy", heating_cooling: "Heating and cooling",
    electrical: "Electrical engineering and installations", crops_greenhouse: "Crops and greenhouses", sustainable_agriculture: "Sustainable agriculture",
    food: "Food and food safety", warehouse: "Warehouse and stock", transport: "Transport and routes", circular_waste: "Waste and circular economy",
    building: "Building and construction", finishing_insulation: "Finishing and insulation", building_design: "Building design and planning",
    programming: "Programming and software", data: "Data and databases", cyber_privacy: "Cybersecurity and privacy",
    ict_infrastructure: "ICT management and networks", digital_media: "Websites and digital media", kitchen: "Kitchen and dishes",
    guests: "Guests and service", research: "Doing research", communication: "Communication and presentation", project: "Project work",
    teamwork: "Working together and leading", business: "Business and money", problem_solving: "Thinking and solving problems",
    safety_quality: "Safety and quality", teaching: "Learning and instructing", law: "Law and rules",
  },
  province: {
    groningen: "Groningen", friesland: "Friesland", drenthe: "Drenthe", overijssel: "Overijssel", flevoland: "Flevoland", gelderland: "Gelderland",
    utrecht: "Utrecht", north_holland: "North Holland", south_holland: "South Holland", zeeland: "Zeeland", north_brabant: "North Brabant",
    limburg: "Limburg",
  },
  attribution: "This service uses the ESCO classification of the European Commission. We use a part of it and group it into themes of our own.",
  placesAttribution: "Postcode areas: GeoNames (geonames.org), licence CC BY 4.0. We merged and rounded them.",
};
