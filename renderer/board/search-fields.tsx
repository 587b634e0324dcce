import { CABIN_NAMES, CABINS, type Cabin } from '../../shared/seat-map.ts';
import { useSession } from '../client/session-store.ts';
import { capital } from '../format/capital.ts';
import { PARTY_HINT, partyCodes, readParty, shortParty } from '../format/read-party.ts';
import { readTrip } from '../format/read-trip.ts';
import { dateAfter, dateLabel } from '../format/times.ts';
import { SelectField } from '../parts/select-field.tsx';
import { today } from '../stores/today.ts';
import { firstFlight } from './board-row.ts';
import { search } from './board-search.ts';
import { useBoard, wish } from './board-store.ts';
import { departureTimesText, readDepartureTimes } from './read-departure-times.ts';
import { TypedField } from './typed-field.tsx';

/** The zone of the place of departure, from the flights on the board. If there are none, the zone of this desk. */
function useZone(): string {
  const home = useSession(({ state }) => state?.home.zone ?? 'UTC');
  return useBoard(({ answer, wishes }) => {
    const first = answer && answer.way !== 'back' && answer.wishes.from === wishes.from && wishes.from ? answer.rows[0] : undefined;
    return first ? firstFlight(first).originZone : home;
  });
}

const DAY_WORDS: Readonly<Record<number, string>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };

/** `today`, `tomorrow`, `yesterday`, or nothing for another day. */
function dayWord(date: string, now: string): string {
  for (const days of [-1, 0, 1]) if (dateAfter(now, days) === date) return DAY_WORDS[days] ?? '';
  return '';
}

/** `05 Jan`: two days have no room for their weekdays. */
const dayOf = (date: string): string => dateLabel(date).slice(4);

export function DateField() {
  const date = useBoard(({ wishes }) => wishes.date);
  const back = useBoard(({ wishes }) => wishes.back);
  const now = today(useZone());
  return (
    <TypedField
      className="day"
      label="Date, local"
      hint="24NOV, today, tomorrow or +1; with the way back 24NOV 1DEC or +1 +7"
      text={back ? `${dayOf(date)} \u2013 ${dayOf(back)}` : date ? dateLabel(date) : ''}
      trail={date && !back ? dayWord(date, now) : ''}
      read={(typed) => {
        const read = readTrip(typed, now);
        if (read) wish(read);
        return Boolean(read);
      }}
      step={(by) => wish({ date: dateAfter(date || now, by), ...(back ? { back: dateAfter(back, by) } : {}) })}
    />
  );
}

const ADULTS_MAX = 99;

/** The whole party in one field: `2+1+1`. Arrows change the number of adults. */
export function PartyField() {
  const party = useBoard(({ wishes }) => wishes);
  return (
    <TypedField
      className="party"
      label="Passengers"
      hint={PARTY_HINT}
      text={shortParty(party)}
      // The field has room for one kind of passenger in words; of several the short form says enough.
      trail={party.adults === 0 ? partyCodes(party) : party.children + party.infants > 0 ? '' : party.adults === 1 ? 'adult' : 'adults'}
      read={(typed) => {
        const read = readParty(typed);
        if (read) wish(read);
        return read !== undefined;
      }}
      step={(by) => wish({ adults: Math.max(0, Math.min(ADULTS_MAX, party.adults + by)) })}
    />
  );
}

/** A choice from a list is made at once; a list that is shown follows it. */
function choose(chosen: Parameters<typeof wish>[0]): void {
  wish(chosen);
  if (useBoard.getState().answer) void search();
}

const CABIN_CHOICES: readonly { value: Cabin | 'any'; text: string }[] = [
  { value: 'any', text: 'Any' },
  ...CABINS.map((cabin) => ({ value: cabin, text: cabin === 'W' ? 'Premium' : capital(CABIN_NAMES[cabin]), more: cabin })).reverse(),
];

export function CabinField() {
  const cabin = useBoard(({ wishes }) => wishes.cabin);
  return (
    <SelectField
      className="cabin-choice"
      label="Cabin"
      value={cabin ?? 'any'}
      choices={CABIN_CHOICES}
      onChange={(value) => choose({ cabin: value === 'any' ? null : value })}
    />
  );
}

export function LeavesField() {
  const departure = useBoard(({ wishes }) => wishes.departure);
  return (
    <TypedField
      className="leaves"
      label="Leaves"
      hint="8-12, 0800 to 1200, after 17, before 9 or any"
      text={departureTimesText(departure)}
      read={(typed) => {
        const read = readDepartureTimes(typed);
        if (read) wish({ departure: read });
        return read !== undefined;
      }}
    />
  );
}

const STOPS_CHOICES = [
  { value: '0', text: 'Direct' },
  { value: '1', text: 'Up to 1' },
  { value: '2', text: 'Up to 2' },
] as const;

export function StopsField() {
  const maxStops = useBoard(({ wishes }) => wishes.maxStops);
  return (
    <SelectField
      className="stops"
      label="Stops"
      value={String(maxStops) as '0' | '1' | '2'}
      choices={STOPS_CHOICES}
      onChange={(value) => choose({ maxStops: Number(value) as 0 | 1 | 2 })}
    />
  );
}
