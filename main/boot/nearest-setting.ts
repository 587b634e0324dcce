import { lettersApart } from '../rules/letters-apart.ts';

/** " Is AISLE_PORT meant?", for a name that is none; empty when no known name is like it. */
export function nearestSetting(name: string, known: readonly string[]): string {
  const bare = (text: string) => text.replace(/^(--|AISLE_)/i, '').toUpperCase();
  const near = known.map((one) => ({ one, apart: lettersApart(bare(name), bare(one)) })).toSorted((a, b) => a.apart - b.apart)[0];
  return near && near.apart <= Math.max(1, bare(near.one).length / 2) ? ` Is ${near.one} meant?` : '';
}
