/** Our own grouping of skills (README.md beside this file). Ids only; names live in `app/i18n`. */
export const themeIds = [
  "process_technology", "laboratory", "materials", "mechanical_metal", "electronics_automation", "machines_robots", "product_design", "maintenance",
  "nursing_care", "care_technology", "therapy_prevention", "welfare", "water_quality", "water_nature", "environment", "renewable_energy",
  "energy_saving", "heating_cooling", "electrical", "crops_greenhouse", "sustainable_agriculture", "food", "warehouse", "transport",
  "circular_waste", "building", "finishing_insulation", "building_design", "programming", "data", "cyber_privacy", "ict_infrastructure",
  "digital_media", "kitchen", "guests", "research", "communication", "project", "teamwork", "business", "problem_solving", "safety_quality",
  "teaching", "law",
] as const;
export type ThemeId = (typeof themeIds)[number];
