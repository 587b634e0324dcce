import { hostName, hostNameAdvice, nameText } from '../../shared/host-name.ts';
import { LAP_UNDER_YEARS, type SeatFrom, turnsTwoOn } from '../../shared/later-seat.ts';
import type { BookedLeg, BookingView } from '../../shared/methods/booking-view.ts';
import type { PassengerName } from '../../shared/methods/bookings.ts';
import { ageOn, passengerCalled } from '../../shared/passengers.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';

type Party = readonly Pick<BookingView['party'][number], 'type' | 'infant' | 'seatFrom'>[];

/** Years of age at which each type begins and ends: ADT 12 and over, CHD 2 to under 12, infants under 2. */
const AGES: Readonly<Record<PassengerName['type'], { from: number; under: number }>> = {
  ADT: { from: 12, under: 200 },
  CHD: { from: LAP_UNDER_YEARS, under: 12 },
  INF: { from: 0, under: LAP_UNDER_YEARS },
  INS: { from: 0, under: LAP_UNDER_YEARS },
};

/** Why these names do not fit the party that was held, in the order of the list of refusals. Ages count on the local date of the flight. */
export function nameProblem(party: Party, legs: readonly BookedLeg[], names: readonly PassengerName[]): Refused | undefined {
  const seatFrom = (place: number) => party[place]?.seatFrom;
  return (
    partyProblem(party, names) ??
    each(names, spellingProblem) ??
    each(names, (name) => ageProblem(name, legs)) ??
    each(names, (name, place) => lapProblem(name, legs, seatFrom(place))) ??
    each(names, (name, place) => earlySeatProblem(name, legs, seatFrom(place)))
  );
}

function each(names: readonly PassengerName[], problem: (name: PassengerName, place: number) => Refused | undefined): Refused | undefined {
  for (const [place, name] of names.entries()) {
    const refusal = problem(name, place);
    if (refusal) return refusal;
  }
  return undefined;
}

function partyProblem(party: Party, names: readonly PassengerName[]): Refused | undefined {
  const mismatch = (problem: string) => refuse('PASSENGERS_MISMATCH', { problem });
  const seated = names.slice(0, party.length);
  const laps = names.slice(party.length);
  if (names.length < party.length) return mismatch(`${party.length} passengers are held, ${names.length} names were given`);
  const other = party.findIndex((held, place) => seated[place]?.type !== held.type);
  if (other >= 0) return mismatch(`passenger ${other + 1} is held as ${party[other]?.type}`);
  if (laps.some((name) => name.type !== 'INF')) return mismatch('more seated passengers are named than held');
  const carriers = laps.map((name) => name.with);
  const wanted = party.flatMap((held, place) => (held.infant ? [place] : []));
  if (carriers.some((place) => place === null || party[place]?.type !== 'ADT')) return mismatch('an infant on the lap needs an adult');
  if (new Set(carriers).size !== carriers.length) return mismatch('an adult carries one infant');
  if (carriers.length !== wanted.length || wanted.some((place) => !carriers.includes(place)))
    return mismatch(`${wanted.length} infants on the lap are held, ${carriers.length} were named`);
  return undefined;
}

/** Says whose name it is and what would work, so that the agent need not search. */
function spellingProblem(name: PassengerName, place: number): Refused | undefined {
  const who = passengerCalled(name.type, name.with ?? place);
  const host = hostName(name);
  if (!host.ok) return refuse('NAME_INVALID', { who, problem: host.problem, advice: hostNameAdvice(host) });
  if (name.type !== 'ADT' && name.birthDate === null)
    return refuse('NAME_INVALID', { who, problem: `the birth date of a ${name.type} is needed`, advice: 'Write it as 12MAR18' });
  return undefined;
}

/** The type goes by the first flight: who has a birthday on the way stays what they were. */
function ageProblem(name: PassengerName, legs: readonly BookedLeg[]): Refused | undefined {
  const { birthDate, type } = name;
  const [first] = legs;
  if (birthDate === null || !first) return undefined;
  const { from, under } = AGES[type];
  const age = ageOn(birthDate, first.date);
  if (age < from || age >= under) {
    const years = age < 0 ? 'not born' : `${age} years old`;
    return refuse('AGE_MISMATCH', { name: nameText(name), age: years, date: first.date, type });
  }
  return undefined;
}

/** Nobody of 2 is on a lap: an infant who turns 2 on the way has a seat from that flight on, or on all flights. */
function lapProblem({ birthDate, type, ...name }: PassengerName, legs: readonly BookedLeg[], seatFrom?: SeatFrom): Refused | undefined {
  const onLap = type === 'INF' ? legs : legs.filter(({ segment }) => segment < (seatFrom?.segment ?? 1));
  const two = birthDate === null ? undefined : turnsTwoOn(birthDate, onLap);
  return two && refuse('INFANT_TURNS_TWO', { name: nameText(name), flight: two.flight, date: two.date });
}

/** Under 2 a seat may not begin on the way: an infant is on the lap on all flights, or has a seat on all. */
function earlySeatProblem({ birthDate, ...name }: PassengerName, legs: readonly BookedLeg[], seatFrom?: SeatFrom): Refused | undefined {
  const begins = seatFrom && legs.find(({ segment }) => segment === seatFrom.segment);
  if (birthDate === null || !begins || turnsTwoOn(birthDate, [begins])) return undefined;
  const two = turnsTwoOn(birthDate, legs);
  const advice = `Hold again with ${two ? `a seat from ${two.flight} on` : 'the infant on the lap'}, or in a seat on all flights`;
  return refuse('INFANT_SEAT_EARLY', { name: nameText(name), flight: begins.flight, date: begins.date, advice });
}
