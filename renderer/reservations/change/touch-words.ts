import { assertNever } from '../../../shared/assert.ts';
import type { BookedLeg } from '../../../shared/methods/booking-view.ts';
import type { ChangeTouch } from '../../../shared/methods/changes.ts';
import { CABIN_NAMES } from '../../../shared/seat-map.ts';
import { elapsed } from '../../format/times.ts';
import { connections } from '../booking-facts.ts';

export interface TouchWords {
  readonly text: string;
  /** Something that the customer should hear before the change is taken. */
  readonly warns: boolean;
}

/** A connection with less than this beyond the least is told as near. */
const NEAR_MINUTES = 20;

/** How long there was to change planes there before, if one of the two flights is as it was sold. */
function before(legs: readonly BookedLeg[], flight: string, next: string): string {
  const at = legs.findIndex((leg, index) => leg.flight === flight || legs[index + 1]?.flight === next);
  const was = at < 0 ? undefined : connections(legs)[at];
  return was ? `, was ${elapsed(was.minutes)}` : '';
}

/** What else a change touches, in words. `legs`: the flights as they were sold. */
export function touchWords(touch: ChangeTouch, legs: readonly BookedLeg[]): TouchWords {
  switch (touch.kind) {
    case 'connection': {
      const { flight, next, minutes, least } = touch;
      const text = `From ${flight} to ${next} there is ${elapsed(minutes)} to change planes${before(legs, flight, next)}; at least ${elapsed(least)}`;
      return { text, warns: minutes < least + NEAR_MINUTES };
    }
    case 'seats-back': {
      const { seats, flight, cabin } = touch;
      return {
        text: `${seats.join(' ')} on ${flight}, ${CABIN_NAMES[cabin]}, ${seats.length === 1 ? 'goes' : 'go'} back to sale`,
        warns: false,
      };
    }
    case 'child-apart':
      return { text: `The child on ${touch.seat} of ${touch.flight} sits in a row without an adult of the party`, warns: true };
    case 'rows':
      return { text: `The party sits in ${touch.rows} rows on ${touch.flight}`, warns: false };
    default:
      return assertNever(touch);
  }
}
