import type { SeatCounts } from './configuration.ts';
import type { Cabin } from './seat-map.ts';

/** How a configuration is written where no version of the aircraft follows: cabins with their seats, or nothing. */
export const CONFIGURATION_SPOKEN = /^(?:[A-Z]{1,2}\d+)*$/;

/** Letters of booking classes that name a cabin in a configuration. Any other letter is economy. */
const CABIN_OF_LETTER: Readonly<Record<string, Cabin>> = {
  ...{ F: 'F', P: 'F', A: 'F', R: 'F' },
  ...{ J: 'J', C: 'J', D: 'J', I: 'J', Z: 'J' },
  W: 'W',
};

/**
 * Reads a configuration as schedules write it: `J14W34Y316VV364` is J14 W34 Y316. What follows VV is the version of the aircraft. A doubled
 * letter (`BB03`, `LL12`, `PP04`) is freight. S is premium economy beside another letter of economy, and economy without one, because
 * both are in use. Undefined when no seat is counted: `VVCGO`, `BB`, `Y000`, blank.
 */
export function readConfiguration(text: string): SeatCounts | undefined {
  const [seats = ''] = text.toUpperCase().split('VV');
  const told: [letter: string, count: number][] = [];
  for (const [, letters = '', digits] of seats.matchAll(/([A-Z]+) ?(\d+)/g))
    if (letters.length === 1 && Number(digits) > 0) told.push([letters, Number(digits)]);
  const hasEconomy = told.some(([letter]) => letter !== 'S' && !CABIN_OF_LETTER[letter]);
  const counts: Partial<Record<Cabin, number>> = {};
  for (const [letter, count] of told) {
    const cabin = CABIN_OF_LETTER[letter] ?? (letter === 'S' && hasEconomy ? 'W' : 'Y');
    counts[cabin] = (counts[cabin] ?? 0) + count;
  }
  return told.length > 0 ? counts : undefined;
}
