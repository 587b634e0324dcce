import type { BookingFind, FoundOnly } from '../../shared/methods/bookings.ts';
import { readFind } from './read-find.ts';

/** What a text looks for: bookings that one of the readings fits, and of them only those of which this became. */
export interface ReadAsked {
  readonly anyOf: readonly BookingFind[];
  readonly only?: FoundOnly;
}

/** Last in a text, after a space, or alone. A surname that is one of these words is found with a stroke: `FLOWN/`. */
const ONLY_WORDS: readonly (readonly [RegExp, FoundOnly])[] = [
  [/(^| )flown$/i, 'FLOWN'],
  [/(^| )part(ly|ial|ially)? refund(ed)?$/i, 'REFUNDED_PART'],
  [/(^| )((full|whole) refund|(fully )?refunded)$/i, 'REFUNDED_WHOLE'],
  [/(^| )refunds? due$/i, 'REFUND_DUE'],
];

/** `SMITH flown`, `AA185 24NOV part refund`, `refund due`: undefined when the text asks for nothing. `today` is the local date at this counter. */
export function readAsked(text: string, today: string): ReadAsked | undefined {
  const typed = text.trim().replace(/\s+/g, ' ');
  for (const [words, only] of ONLY_WORDS) {
    if (!words.test(typed)) continue;
    const rest = typed.replace(words, '');
    if (rest === '') return { anyOf: [], only };
    const anyOf = readFind(rest, today);
    return anyOf.length > 0 ? { anyOf, only } : undefined;
  }
  const anyOf = readFind(typed, today);
  return anyOf.length > 0 ? { anyOf } : undefined;
}
