import type { ChangedBooking } from '../../../shared/methods/reaccommodation.ts';
import { canStay } from './choose-other.ts';
import { type Kept, wayTaken } from './desk-store.ts';
import { outcomeText } from './outcome-words.ts';
import type { Standing } from './selection.ts';
import { asSold } from './sold-legs.ts';
import { arrivalText, endText, flightsText } from './way-words.ts';

/** What stands in the place of a way: what is proposed, what that means, and whether somebody must act. */
export interface ProposedWords {
  readonly what: string;
  readonly means: string;
  readonly isBad: boolean;
}

/** What would be accepted: the flights of a way, the flights as they are now, or the money. */
function takenText(row: ChangedBooking, ours: Kept | undefined): string {
  const way = ours && wayTaken(ours);
  if (way) return flightsText(way.legs);
  if (ours?.take === 'money') return 'all money back';
  return ours?.take === 'now' ? `${flightsText(row.legs)} as now` : '';
}

export function proposedWords(row: ChangedBooking, standing: Standing, ours: Kept | undefined, whyNot: string | undefined): ProposedWords {
  const what = takenText(row, ours);
  if (whyNot) return { what, means: whyNot, isBad: true };
  const way = ours && wayTaken(ours);
  switch (standing) {
    case 'unasked':
      return { what: '', means: 'not asked yet', isBad: false };
    case 'none':
      return canStay(row)
        ? { what: 'no other flight', means: '4 takes it as it is now', isBad: false }
        : { what: 'none', means: ours ? outcomeText(ours) : '', isBad: true };
    case 'conflict':
      return { what, means: 'conflict, changed meanwhile', isBad: true };
    case 'lapsed':
      return { what, means: 'seats lapsed, F9 asks again', isBad: true };
    case 'done':
      if (row.ended && what === '') return { what: 'cancelled', means: 'by its passengers', isBad: false };
      return { what, means: what === '' ? 'done' : 'accepted', isBad: false };
    case 'kept':
      return { what, means: way ? `${endText(way.legs)}, ${arrivalText(row.legs.map(asSold), way.legs)}` : '', isBad: false };
  }
}
