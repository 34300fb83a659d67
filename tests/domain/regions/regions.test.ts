import { expect, test } from "vitest";
import areas from "#app/domain/regions/areas.json" with { type: "json" };
import { provinces } from "#app/domain/regions/provinces.ts";
import { areaOf, asProvince, distanceKm, postcodeDigits, provinceOf } from "#app/domain/regions/regions.ts";
import { words } from "#app/i18n/words.ts";
import demo from "#db/seed/data/vraagstukken.json" with { type: "json" };
import postcodes from "#db/seed/data/plaatsen-postcodes.json" with { type: "json" };
import { read } from "#tests/support/sources.ts";

test("a postcode is read as people write it", () => {
  for (const written of ["1234", "1234 AB", "1234ab", " 1234Ab "]) expect(postcodeDigits(written)).toBe("1234");
  for (const wrong of ["", "0123", "123", "12345", "1234 A", "1234 ABC", "ab1234", "1234\n5678", "١٢٣٤"])
    expect(postcodeDigits(wrong), wrong).toBeUndefined();
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
  expect(areaOf("2500 AA")?.place, "a post box in The Hague").toBe("Den Haag");
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

test("a province from an address is one of the twelve, with a name in both languages", () => {
  expect(provinces).toHaveLength(12);
  expect([asProvince("utrecht"), asProvince("holland"), asProvince("constructor")]).toEqual([
    "utrecht",
    undefined,
    undefined,
  ]);
  for (const locale of ["nl", "en"] as const)
    expect(provinces.filter((id) => !words(locale).skills.province[id])).toEqual([]);
});

test("every place of the demo has a postcode in that place", () => {
  const places = new Set(demo.vraagstukken.map(({ bedrijf }) => bedrijf.plaats));
  expect(Object.keys(postcodes).sort()).toEqual([...places].sort());
  expect(Object.entries(postcodes).filter(([place, code]) => areaOf(code)?.place !== place)).toEqual([]);
});
