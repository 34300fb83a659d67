import { expect, test } from "vitest";
import areas from "#app/domain/regions/areas.json" with { type: "json" };
import { provinces } from "#app/domain/regions/provinces.ts";
import { distanceKm, provinceOf } from "#app/domain/regions/regions.ts";
import { words } from "#app/i18n/words.ts";
import demo from "#db/seed/data/vraagstukken.json" with { type: "json" };
import postcodes from "#db/seed/data/plaatsen-postcodes.json" with { type: "json" };
import { read } from "#tests/support/sources.ts";

test("a postcode is read as people write it", () => {
  for (const written of ["3511", "3511 AB", "3511ab", " 3511Ab "]) expect(provinceOf(written)).toBe("utrecht");
  for (const wrong of ["", "0511", "351", "35111", "3511 A", "3511 ABC", "ab3511", "3511\n5678", "٣٥١١"])
    expect(provinceOf(wrong), wrong).toBeUndefined();
});

test("every row is an area in the Netherlands, and every province has areas", () => {
  const rows = Object.entries(areas);
  expect(rows.filter(([digits]) => !/^[1-9]\d{2,3}$/.test(digits))).toEqual([]);
  expect(
    rows.filter(
      ([, [place, , lat, lon]]) =>
        !place || !(Number(lat) > 50.7 && Number(lat) < 53.6 && Number(lon) > 3.3 && Number(lon) < 7.3),
    ),
  ).toEqual([]);
  expect([...new Set(rows.map(([, [, province]]) => String(province)))].sort()).toEqual([...provinces].sort());
  expect(read("app/domain/regions/areas.json").length).toBeLessThan(200_000);
});

test("known postcodes lie in their province", () => {
  const inProvince = {
    "9711": "groningen",
    "8911": "friesland",
    "8899 AA": "friesland",
    "9401": "drenthe",
    "9655": "drenthe",
    "8011": "overijssel",
    "8211": "flevoland",
    "6811": "gelderland",
    "3511": "utrecht",
    "4141": "utrecht",
    "1012 AB": "north_holland",
    "1791": "north_holland",
    "3011": "south_holland",
    "2511": "south_holland",
    "4331": "zeeland",
    "5611": "north_brabant",
    "6211": "limburg",
    "5768": "limburg",
  };
  expect(Object.fromEntries(Object.keys(inProvince).map((code) => [code, provinceOf(code)]))).toEqual(inProvince);
  expect(distanceKm("2500 AA", "2511"), "a post box in The Hague").toBeLessThan(5);
  for (const none of ["9999x", "0000", "4390", "", "nergens"]) expect(provinceOf(none), none).toBeUndefined();
});

test("distances fit the map", () => {
  const [near, far] = [distanceKm("1012", "3511 AA"), distanceKm("9711", "6211")];
  expect(near).toBeGreaterThanOrEqual(34);
  expect(near).toBeLessThanOrEqual(40);
  // Groningen and Maastricht lie 2.37° of latitude and 0.88° of longitude apart: about 270 km.
  expect(far).toBeGreaterThanOrEqual(266);
  expect(far).toBeLessThanOrEqual(274);
  expect(distanceKm("6211", "9711")).toBe(far);
  expect(distanceKm("3011 AA", "3011 ZZ")).toBe(0);
  expect(distanceKm("3011", "nergens")).toBeUndefined();
});

test("there are twelve provinces, each with a name in both languages", () => {
  expect(provinces).toHaveLength(12);
  for (const locale of ["nl", "en"] as const)
    expect(provinces.filter((id) => !words(locale).skills.province[id])).toEqual([]);
});

test("every place of the demo has a postcode in that place", () => {
  const places = new Set(demo.vraagstukken.map(({ bedrijf }) => bedrijf.plaats));
  expect(Object.keys(postcodes).sort()).toEqual([...places].sort());
  const lies = (place: string, code: string) =>
    Object.entries(areas).some(([digits, [where]]) => code.startsWith(digits) && where === place);
  expect(Object.entries(postcodes).filter(([place, code]) => !lies(place, code))).toEqual([]);
});
