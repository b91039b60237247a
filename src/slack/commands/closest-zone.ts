import { ZONES, zoneNamed } from '../../reviews/digests/zones.ts';
import { closestWord } from './slips.ts';

const CITIES: readonly string[] = ZONES.map((zone) => zone.slice(zone.lastIndexOf('/') + 1));

/** The time zone that was most likely meant by a mistyped name or city; `undefined` where nothing is like it. */
export function closestZone(typed: string): string | undefined {
  const name = typed.trim().replace(/\s+/g, '_');
  const zone = closestWord(name, ZONES) ?? closestWord(name, CITIES);
  return zone === undefined ? undefined : zoneNamed(zone);
}
