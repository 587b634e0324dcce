import { nameText } from '../../shared/host-name.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { PassengerName } from '../../shared/methods/bookings.ts';
import { ageOn } from '../../shared/passengers.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';

/** In whole years. Under `aloneFrom` nobody travels without an adult; under `minorUnder` only as an unaccompanied minor. */
export interface AloneRules {
  readonly aloneFrom: number;
  readonly minorUnder: number;
}

/**
 * Why children may not travel without an adult, and which of them travel as unaccompanied minors (UMNR), to which a supervisor says yes.
 * Ages count on the date of the first flight. `minors`: their places in `names`.
 */
export function childrenAlone(
  names: readonly PassengerName[],
  legs: readonly Pick<BookedLeg, 'date'>[],
  rules: AloneRules,
): { readonly refused?: Refused | undefined; readonly minors: readonly number[] } {
  const [first] = legs;
  if (!first || names.some(({ type }) => type === 'ADT')) return { minors: [] };
  const aged = names.map((name, place) => ({ name, place, age: name.birthDate === null ? 0 : ageOn(name.birthDate, first.date) }));
  const young = aged.find(({ age }) => age < rules.aloneFrom);
  if (young) {
    const details = { name: nameText(young.name), age: young.age, date: first.date, years: rules.aloneFrom };
    return { refused: refuse('CHILD_ALONE', details), minors: [] };
  }
  return { minors: aged.filter(({ age }) => age < rules.minorUnder).map(({ place }) => place) };
}

/** Refuses minors who travel alone until a supervisor has said yes. */
export function minorRefusal(
  names: readonly PassengerName[],
  legs: readonly Pick<BookedLeg, 'date'>[],
  rules: AloneRules,
  allowedBy: string | undefined,
): Refused | undefined {
  const { refused, minors } = childrenAlone(names, legs, rules);
  const minor = names[minors[0] ?? -1];
  if (refused || !minor || allowedBy !== undefined) return refused;
  return refuse('MINOR_ALONE', { name: nameText(minor), age: ageOn(minor.birthDate ?? '', legs[0]?.date ?? '') });
}
