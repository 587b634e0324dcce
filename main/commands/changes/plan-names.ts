import { hostName } from '../../../shared/host-name.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { lettersApart } from '../../rules/letters-apart.ts';
import { changeRefused } from './change-refused.ts';
import type { Plan, PlannedChange } from './planned-change.ts';

type Names = Extract<BookingChange, { kind: 'names' }>;

/** A correction changes at most so many letters of a name. More is another person. */
const CORRECTED_MAX = 3;

/** Names are corrected. An agent mends a spelling or a title; another person's name needs a supervisor and a reason. Spelling is checked with the whole booking. */
export const planNames: Plan<Names> = async ({ context, row, ...standing }, { names, reason }) => {
  const passengers = [...standing.passengers];
  let another = false;
  for (const { place, surname, given, host, title } of names) {
    const before = passengers[place];
    if (!before) return changeRefused(context, row, 'it has no such passenger', 'Choose among the passengers of the booking');
    const spelt = hostName({ surname, given, title, host });
    if (!spelt.ok)
      return refuse('NAME_INVALID', { who: `Passenger ${place + 1}`, problem: spelt.problem, advice: 'Write it as in the passport' });
    another ||= lettersApart(`${before.host_surname} ${before.host_given}`, `${spelt.surname} ${spelt.given}`) > CORRECTED_MAX;
    passengers[place] = { ...before, surname, given, title, host_surname: spelt.surname, host_given: spelt.given };
  }
  if (another && context.actor.role !== 'supervisor') return refuse('ROLE_REQUIRED', { role: 'supervisor' });
  if (another && !reason) return changeRefused(context, row, 'another person gets the seat, and no reason is given', 'Say why');
  const planned: PlannedChange = {
    after: { party: standing.party, legs: standing.legs, passengers },
    lines: [],
    kept: 0,
    rule: '',
    overrides: another ? ['otherName'] : [],
    // The reason stands in the quote: a person types it, and every console hears what the history says.
    note: another ? 'name of another person, by a supervisor' : 'names corrected',
  };
  return accept(planned);
};
