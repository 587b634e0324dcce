import { useSeats } from '../seats/seat-store.ts';
import { goneWords } from './gone-words.ts';
import type { Sale } from './sale.ts';
import { say } from './say.ts';

/** Says it when nobody sells these flights any more. */
export function sayIfGone(sale: Sale): boolean {
  const gone = goneWords(sale, useSeats.getState().flights);
  if (gone) say(`${gone} None of its seats is for sale.`);
  return gone !== undefined;
}
