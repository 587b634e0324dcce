import { seatedOn } from '../../../shared/later-seat.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { readBirthDate } from '../../sale/birth-date.ts';
import { readName } from '../../sale/name-entry.ts';
import { lapsOf, namesOf, type Passenger } from '../../sale/sale.ts';
import { deskToday } from '../../sale/sale-fields.ts';
import type { ChangeState } from './change-store.ts';

type Wanted = { readonly ok: true; readonly change: BookingChange } | { readonly ok: false; readonly missing: string };
const wanted = (change: BookingChange): Wanted => ({ ok: true, change });
const missing = (text: string): Wanted => ({ ok: false, missing: text });

/** A name as it stands in the field: `Sze-To/Mei Lin MS`. */
export const entryOf = ({ surname, given, title }: BookingView['passengers'][number]): string => `${surname}/${given} ${title}`.trim();

/** What stands beside it: the form in A to Z that was typed for a spelling that gives none by itself, without the title; else nothing. */
export function hostOf(passenger: BookingView['passengers'][number]): string {
  const read = readName(entryOf(passenger));
  const { name, title } = passenger;
  return read.ok && read.asksHost ? (title ? name.slice(0, -title.length - 1) : name) : '';
}

/** The change that is chosen on the screen, or what is still missing for it, in a sentence. */
export function wantedChange(booking: BookingView, state: ChangeState): Wanted {
  switch (state.kind) {
    case 'seats':
      return seatsChange(booking, state);
    case 'ways': {
      const way = state.ways?.ways.find(({ hold }) => hold === state.way);
      return way ? wanted({ kind: 'flights', hold: way.hold, replaces: [...way.replaces] }) : missing('Choose a way first.');
    }
    case 'flight':
    case 'upgrade': {
      if (!state.hold) return missing('Hold the new seats first.');
      const reason = state.reason.trim();
      return wanted({ kind: 'flights', hold: state.hold.bookingId, replaces: [...state.segments], ...(reason ? { reason } : {}) });
    }
    case 'part':
      if (state.segments.length > 0) return wanted({ kind: 'drop', segments: [...state.segments] });
      if (state.passengers.length > 0 || state.laps.length > 0)
        return wanted({ kind: 'leave', passengers: [...state.passengers], ...(state.laps.length > 0 ? { laps: [...state.laps] } : {}) });
      return missing('Choose who does not travel, or which flight is not flown.');
    case 'add': {
      const passengers = namesOf({ party: state.joins }, deskToday());
      if (!state.hold) return missing('Hold the new seats first.');
      return passengers ? wanted({ kind: 'add', hold: state.hold.bookingId, passengers }) : missing(namesProblem(state));
    }
    case 'infant':
      return infantChange(state);
    case 'names':
      return namesChange(booking, state);
    default:
      return missing('Choose what changes.');
  }
}

/** Whose name or birth date is missing among those who come, in a sentence; empty when all can be read. */
export function namesProblem({ joins }: Pick<ChangeState, 'joins'>): string {
  const today = deskToday();
  for (const [at, join] of joins.entries()) {
    const who = `Passenger ${at + 1} who comes`;
    const read = readName(join.name, join.host);
    if (!read.ok) return `${who}: ${read.problem}.`;
    if (read.hostProblem) return `${who}: ${read.hostProblem}`;
    if (join.type !== 'ADT' && !readBirthDate(join.birthDate, today)) return `${who}: write the birth date as 12MAR18.`;
    const infant = infantProblem(join, at, today);
    if (infant) return infant;
  }
  return '';
}

/** The same of the infant on the lap of somebody; empty without one. */
function infantProblem({ infant, infantName, infantHost, infantBirthDate }: Passenger, at: number, today: string): string {
  if (!infant) return '';
  const read = readName(infantName, infantHost);
  if (!read.ok) return `The infant of passenger ${at + 1}: ${read.problem}.`;
  if (read.hostProblem) return `The infant of passenger ${at + 1}: ${read.hostProblem}`;
  return readBirthDate(infantBirthDate, today) ? '' : `The infant of passenger ${at + 1}: write the birth date as 12MAR18.`;
}

/** `joins` has everybody who travels already, in the order of the party. */
function infantChange({ joins }: ChangeState): Wanted {
  const today = deskToday();
  const problem = joins.map((join, at) => infantProblem(join, at, today)).find(Boolean);
  if (problem) return missing(problem);
  const infants = lapsOf({ party: joins }, today);
  return infants.length > 0 ? wanted({ kind: 'infant', infants }) : missing('Choose on whose lap the infant is.');
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
    if (!typed || (typed.name === entryOf(passenger) && typed.host === hostOf(passenger))) continue;
    const read = readName(typed.name, typed.host);
    if (!read.ok) return missing(`Passenger ${place + 1}: ${read.problem}.`);
    if (read.hostProblem) return missing(`Passenger ${place + 1}: ${read.hostProblem}`);
    const { surname, given, title, host } = read.name;
    changed.push({ place, surname, given, title, ...(host ? { host } : {}) });
  }
  if (changed.length === 0) return missing('No name has changed yet.');
  return wanted({ kind: 'names', names: changed, ...(reason.trim() ? { reason: reason.trim() } : {}) });
}
