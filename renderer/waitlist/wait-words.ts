import type { WaitEnd, WaitEntry, WaitPriority, WaitReason, WaitStep } from '../../shared/methods/waitlist.ts';
import { minor, moneyText } from '../../shared/money.ts';

export const PRIORITY_WORDS: Readonly<Record<WaitPriority, string>> = { normal: 'normal', high: 'high', supervisor: 'supervisor' };

interface Party {
  readonly currency: string;
  /** The seats of its offer, as `seatsOffered` says them. */
  readonly offered?: string;
  /** The other flights that it waits for, as `otherFlights` names them. */
  readonly others?: string;
}

/** The first reason why a party is not served, and what belongs to it. */
export function whyWords(why: WaitReason, { currency, offered = '', others = '' }: Party) {
  const still = others && `waits for ${others} too`;
  switch (why.kind) {
    case 'offered':
      return { text: offered ? `Offered ${offered}` : 'Has an offer', more: 'first that fits' };
    case 'cancelled':
      return { text: 'The flight does not operate', more: still || 'choose another flight' };
    case 'ended':
      return { text: 'Offers have ended', more: still || 'so near to departure nothing is offered' };
    case 'no-seat':
      return { text: 'No seat free', more: '' };
    case 'too-few':
      return { text: `Party of ${why.party}, only ${why.free} free`, more: 'the party is kept together' };
    case 'no-fit':
      return { text: 'No seats for this party', more: 'only exit rows or seats that cost extra are free' };
    case 'class':
      return classWords(why);
    case 'fare': {
      const [now, limit] = [moneyText(minor(why.fare), currency), moneyText(minor(why.limit), currency)];
      return { text: 'Fare is above the limit', more: `${now} now, up to ${limit} ${currency}` };
    }
    case 'fits':
      return { text: 'Fits now', more: 'R offers it its seats' };
  }
}

/** `4D 4F`, and on another flight than the one whose list is read `1D on B6 9013`. */
export function seatsOffered({ offer, flights }: Pick<WaitEntry, 'offer' | 'flights'>, here: number): string {
  const elsewhere = flights.find(({ flightId }) => flightId === offer?.flightId && flightId !== here);
  return `${offer?.seats.join(' ') ?? ''}${elsewhere ? ` on ${elsewhere.flight}` : ''}`;
}

function classWords({ code, left, byHand, party }: Extract<WaitReason, { kind: 'class' }>) {
  if (left === null) return { text: `There is no class ${code} now`, more: 'the prices in force do not have it' };
  if (left === 0) return { text: `Class ${code} is closed`, more: byHand ? 'by a supervisor' : 'its seats are kept for dearer classes' };
  return { text: `Class ${code} has ${left} ${left === 1 ? 'seat' : 'seats'}`, more: `a party of ${party} is kept together` };
}

/** `B6 9013, B6 9015`: for which other flights than the one whose list is read a party waits that have not left. */
export const otherFlights = ({ flights }: Pick<WaitEntry, 'flights'>, here: number, now: number): string =>
  flights
    .filter(({ flightId, departsAt }) => flightId !== here && departsAt > now)
    .map(({ flight }) => flight)
    .join(', ');

/** `2 ADT, 1 CHD, 1 INF` */
export function partyWords(party: WaitEntry['party']): string {
  const laps = party.filter(({ infant }) => infant).length;
  const kinds = (['ADT', 'CHD', 'INS'] as const).map((kind) => [party.filter(({ type }) => type === kind).length, kind] as const);
  return [...kinds, [laps, 'INF'] as const]
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${kind}`)
    .join(', ');
}

export const END_WORDS: Readonly<Record<WaitEnd, string>> = {
  paid: 'paid',
  no: 'said no',
  lapsed: 'offer lapsed',
  unpaid: 'was not paid',
  left: 'the flight has left',
  dropped: 'taken off the list',
};

/** `offered 4D 4F`, `said no`: what happened, after the name. */
export function stepWords({ kind, text, why }: WaitStep): string {
  switch (kind) {
    case 'joined':
      return text ? `joined, ${text}` : 'joined';
    case 'moved':
      return `moved, ${text}`;
    case 'offered':
      return text ? `was offered ${text}` : 'was offered seats';
    case 'told':
      return text;
    case 'answered':
      return 'takes the offer';
    case 'ended':
      return why === 'paid' ? `has ${text || 'seats'}, KL` : (why && END_WORDS[why]) || 'waits no more';
  }
}

/** Who did it, and where: `ruiz, T1-04`. The list itself offers, for the desk that took the party. */
export function byWhom({ kind, user, desk }: Pick<WaitStep, 'kind' | 'user' | 'desk'>): string {
  const who = kind === 'offered' ? 'by the list' : user === '-' || user === '' ? 'by itself' : user;
  return desk ? `${who}, ${desk}` : who;
}
