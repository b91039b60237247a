import { Temporal } from 'temporal-polyfill';
import { isZone } from './schedule.ts';

/** Every time zone that the runtime counts up, as IANA spells it. */
export const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

/** What stands before the city in the names of zones: "Europe", "America/Argentina". */
const REGIONS: readonly string[] = [...new Set(ZONES.map((zone) => zone.slice(0, zone.lastIndexOf('/'))))];

/** Letters and signs of zones only: whatever else a person may type is none, and looks odd to a parser of dates. */
const NAME = /^[a-z][\w+\-/]{1,60}$/i;
/** Names that need no region. "EST" and its like don't follow the clocks of the people who say them. */
const WHOLE = /\/|^(?:utc|gmt)$/i;

/** The time zone that is meant by an IANA name in any case, or by a city that names just one; else `undefined`. */
export function zoneNamed(typed: string): string | undefined {
  const name = typed.trim().replace(/\s+/g, '_');
  if (!NAME.test(name)) return undefined;
  if (WHOLE.test(name)) return isZone(name) ? spelt(name) : undefined;
  const named = REGIONS.map((region) => `${region}/${name}`)
    .filter(isZone)
    .map(spelt);
  const [first] = named;
  return first !== undefined && named.every((zone) => isSame(zone, first)) ? first : undefined;
}

// Temporal keeps the name that was typed; Intl would say "Asia/Calcutta" to somebody in Kolkata.
const inZone = (zone: string) => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
const spelt = (zone: string): string => inZone(zone).timeZoneId;
const isSame = (one: string, other: string): boolean => inZone(one).equals(inZone(other));
