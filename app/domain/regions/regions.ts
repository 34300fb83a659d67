import areas from "./areas.json" with { type: "json" };
import { provinces, type Province } from "./provinces.ts";

/** Describes a postcode area: its main place, and where that lies. */
type Area = { place: string; province: Province; lat: number; lon: number };

const isProvince = (id: string): id is Province => (provinces as readonly string[]).includes(id);
/** A row of the data reads: place, province, latitude, longitude. */
const known = new Map(
  Object.entries(areas).flatMap(([digits, [place, province, lat, lon]]) => {
    const id = String(province);
    return isProvince(id)
      ? [[digits, { place: String(place), province: id, lat: Number(lat), lon: Number(lon) }] as const]
      : [];
  }),
);

/** Returns the four digits of a postcode, from "1234", "1234 AB" or "1234ab"; nothing when it is no Dutch postcode. */
const postcodeDigits = (text: string): string | undefined => /^\s*([1-9]\d{3})\s?(?:[a-z]{2})?\s*$/i.exec(text)?.[1];

/** Post boxes have a third digit 0; they stand in the place that starts at the next area. */
const afterBoxes = (digits: string) =>
  digits[2] === "0" ? [1, 2, 3, 4].map((step) => known.get(`${digits.slice(0, 2)}${step}`)).find(Boolean) : undefined;

/** The area a postcode lies in, or nothing when there is no such area. */
function areaOf(postcode: string): Area | undefined {
  const digits = postcodeDigits(postcode);
  return digits ? (known.get(digits) ?? known.get(digits.slice(0, 3)) ?? afterBoxes(digits)) : undefined;
}

/** The province a postcode lies in. */
export const provinceOf = (postcode: string): Province | undefined => areaOf(postcode)?.province;

/** Measures kilometres in a straight line between two areas, over a round earth. */
function between(a: Area, b: Area): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (x: number) => Math.sin(rad(x) / 2) ** 2;
  return (
    2 *
    6371 *
    Math.asin(Math.sqrt(half(b.lat - a.lat) + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * half(b.lon - a.lon)))
  );
}

/**
 * Returns whole kilometres in a straight line between two postcodes; nothing when one of them is unknown. 0 means:
 * the same area.
 */
export function distanceKm(a: string, b: string): number | undefined {
  const [from, to] = [areaOf(a), areaOf(b)];
  return from && to ? Math.round(between(from, to)) : undefined;
}
