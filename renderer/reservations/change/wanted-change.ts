import { seatedOn } from '../../../shared/later-seat.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { readName } from '../../sale/name-entry.ts';
import type { ChangeState } from './change-store.ts';

type Wanted = { readonly ok: true; readonly change: BookingChange } | { readonly ok: false; readonly missing: string };
const wanted = (change: BookingChange): Wanted => ({ ok: true, change });
const missing = (text: string): Wanted => ({ ok: false, missing: text });

/** A name as it stands in the field: `Sze-To/Mei Lin MS`. */
export const entryOf = ({ surname, given, title }: BookingView['passengers'][number]): string => `${surname}/${given} ${title}`.trim();

/** The change that is chosen on the screen, or what is still missing for it, in a sentence. */
export function wantedChange(booking: BookingView, state: ChangeState): Wanted {
  switch (state.kind) {
    case 'seats':
      return seatsChange(booking, state);
    case 'flight':
    case 'upgrade': {
      if (!state.hold) return missing('Hold the new seats first.');
      const reason = state.reason.trim();
      return wanted({ kind: 'flights', hold: state.hold.bookingId, replaces: [...state.segments], ...(reason ? { reason } : {}) });
    }
    case 'part':
      if (state.segments.length > 0) return wanted({ kind: 'drop', segments: [...state.segments] });
      if (state.passengers.length > 0) return wanted({ kind: 'leave', passengers: [...state.passengers] });
      return missing('Choose who does not travel, or which flight is not flown.');
    case 'names':
      return namesChange(booking, state);
    default:
      return missing('Choose what changes.');
  }
}

function seatsChange({ legs, party }: BookingView, { segments, legs: picked, exitRowConfirmed }: ChangeState): Wanted {
  const leg = legs.find(({ segment }) => segment === segments[0]);
  if (!leg) return missing('Choose a flight.');
  const seats = seatedOn(party, leg.segment).flatMap(({ passenger }, at) => {
    const seat = picked[0]?.seats[at];
    return seat && seat !== leg.seats[at] ? [{ passenger, seat }] : [];
  });
  return seats.length === 0
    ? missing('Everybody sits as sold. Pick another seat.')
    : wanted({ kind: 'seats', segment: leg.segment, seats, exitRowConfirmed });
}

function namesChange({ passengers }: BookingView, { names, reason }: ChangeState): Wanted {
  const changed: Extract<BookingChange, { kind: 'names' }>['names'] = [];
  for (const [place, passenger] of passengers.entries()) {
    const typed = names[place];
    if (!typed || (typed.name === entryOf(passenger) && typed.host === '')) continue;
    const read = readName(typed.name, typed.host);
    if (!read.ok) return missing(`Passenger ${place + 1}: ${read.problem}.`);
    if (read.hostProblem) return missing(`Passenger ${place + 1}: ${read.hostProblem}`);
    const { surname, given, title, host } = read.name;
    changed.push({ place, surname, given, title, ...(host ? { host } : {}) });
  }
  if (changed.length === 0) return missing('No name has changed yet.');
  return wanted({ kind: 'names', names: changed, ...(reason.trim() ? { reason: reason.trim() } : {}) });
}
