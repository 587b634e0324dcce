import { type SeatFrom, seatedOn } from '../../shared/later-seat.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { PassengerName } from '../../shared/methods/bookings.ts';
import type { MessageWishes } from '../../shared/methods/messages.ts';
import type { SupervisorYes } from '../../shared/methods/session.ts';
import type { Tender } from '../../shared/methods/tenders.ts';
import type { SeatedType } from '../../shared/passengers.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { SeatWish } from '../../shared/seat-wishes.ts';
import { readBirthDate } from './birth-date.ts';
import { readName } from './name-entry.ts';

/**
 * seats: the party picks. details: the hub holds, names and money are taken. confirmed: sold. lost: the hold has ended
 * without a sale. Only the hub's answers and events lead from one to the next.
 */
export type Stage = 'seats' | 'details' | 'confirmed' | 'lost';
export type Busy = 'holding' | 'extending' | 'releasing' | 'confirming';

/**
 * What is known of a sale that was asked for. unknown: nobody has heard whether it was made. made, not-made: so the hub has said when it was
 * asked again. undone: it was made, and taken back whole.
 */
export type Outcome = 'none' | 'unknown' | 'made' | 'not-made' | 'undone';

/** One seated passenger, with the infant on the lap if there is one. Names and dates as they are typed. */
export interface Passenger {
  readonly key: number;
  readonly type: SeatedType;
  readonly infant: boolean;
  readonly assistance: boolean;
  /** Of an infant that has a seat from a later flight on. Such passengers stand last. */
  readonly seatFrom?: SeatFrom | undefined;
  readonly name: string;
  /** The name in A to Z, typed only where the spelling gives no host form. */
  readonly host: string;
  readonly birthDate: string;
  readonly infantName: string;
  readonly infantHost: string;
  readonly infantBirthDate: string;
  /** The passenger asks that a record is kept. */
  readonly keep?: boolean | undefined;
  /** The record that filled the name. */
  readonly customer?: number | undefined;
}

/** `own`: ticked by the supervisor who is signed in here; else the name and the PIN of one. */
export interface TypedYes {
  readonly own: boolean;
  readonly user: string;
  readonly pin: string;
}
export const NO_YES: TypedYes = { own: false, user: '', pin: '' };

export interface SaleLeg {
  readonly flightId: number;
  readonly cabin: Cabin | null;
  /** Of the way back. */
  readonly back?: true | undefined;
  /** The seat of each passenger who sits there, in their order. */
  readonly seats: readonly (string | null)[];
  /** The seats are those of the leg before, where the party stays on board. Nobody picked others. */
  readonly kept?: true | undefined;
}

export interface Advice {
  readonly flightId: number;
  readonly choices: readonly { readonly seats: readonly string[]; readonly relaxed: readonly string[] }[];
  /** What was wished when they were asked for. */
  readonly wish: SeatWish;
  /** Which of them is taken; -1 when they are only offered. */
  readonly taken: number;
  /** Why they are offered, when it was not asked: a seat was lost. */
  readonly because: string;
}

export interface Sale {
  readonly stage: Stage;
  readonly party: readonly Passenger[];
  readonly legs: readonly SaleLeg[];
  /** The leg whose seats are shown. */
  readonly active: number;
  readonly exitRowConfirmed: boolean;
  /** How many minutes the seats are to be held; null: as the setting says. */
  readonly minutes: number | null;
  /** Why a supervisor sells blocked seats all the same, as it is typed. */
  readonly override: string;
  /** The code of a promotion; empty: none. */
  readonly promotion: string;
  readonly contact: string;
  /** Null: the first passenger asked. */
  readonly askedBy: string | null;
  /** How the passengers wish to hear of the booking. */
  readonly messages: MessageWishes;
  /** A supervisor's yes to unaccompanied minors, as it is typed here. */
  readonly yes: TypedYes;
  readonly tenders: readonly Tender[];
  readonly booking: BookingView | null;
  readonly advice: Advice | null;
  readonly refusal: Refusal | null;
  readonly busy: Busy | null;
  /** Whether the change of a sale that this screen made was given back. A sale made elsewhere owes none here. */
  readonly changeGiven: boolean;
  readonly outcome: Outcome;
  /** Why the hold ended, in a sentence. */
  readonly ended: string;
}

export const isSeated = (leg: SaleLeg): boolean => leg.seats.every((seat) => seat !== null);
export const seatsPicked = (leg: SaleLeg): string[] => leg.seats.filter((seat) => seat !== null);
export const isReadyToHold = (sale: Sale): boolean =>
  sale.stage === 'seats' && sale.legs.every((leg) => leg.cabin !== null && isSeated(leg));

/** Those who sit on the leg at this place, in the order of its seats, as the hub takes them. */
export const sittingOn = (sale: Sale, leg: number) =>
  seatedOn(sale.party, leg + 1).map(({ type, infant, assistance }) => ({ type, infant, assistance }));

/** The passenger who gets the next pick: the first without a seat on this leg; with one passenger always that one. */
export function turnOf(sale: Sale, leg: SaleLeg): number {
  const next = leg.seats.indexOf(null);
  return next >= 0 || sale.party.length > 1 ? next : 0;
}

/** Whether children travel without an adult. */
export const isUnaccompanied = (sale: Sale): boolean => sale.party.every(({ type }) => type !== 'ADT');

/** What bookings.confirm takes as a supervisor's yes; undefined while nobody has said it. */
export function yesOf(sale: Sale): SupervisorYes | undefined {
  const { own, user, pin } = sale.yes;
  if (!isUnaccompanied(sale)) return undefined;
  if (own) return 'own';
  return user.trim() && pin ? { user: user.trim().toLowerCase(), pin } : undefined;
}

/** What bookings.confirm takes of records: those that filled a passenger, and those that are to be kept. */
export const customersOf = ({ party }: Sale): { customers?: { place: number; customerId: number | null }[] } => {
  const customers = party.flatMap(({ customer, keep }, place): { place: number; customerId: number | null }[] =>
    customer !== undefined ? [{ place, customerId: customer }] : keep ? [{ place, customerId: null }] : [],
  );
  return customers.length === 0 ? {} : { customers };
};

/** Whether the terminal of the desk is still to be asked for this tender. */
export const asksTerminal = (tender: Tender): boolean =>
  tender.kind === 'card' && tender.approvalCode === null && tender.charge === undefined;

/** Who requests the booking: whoever was typed, else the first adult. For children alone somebody else does. */
export const askedByOf = (sale: Sale): string => {
  if (sale.askedBy !== null) return sale.askedBy;
  const read = readName(sale.party.find(({ type }) => type === 'ADT')?.name ?? '');
  return read.ok ? `${read.name.given} ${read.name.surname}` : '';
};

const namedAs = (
  today: string,
  ...[type, entry, host, born, carrier]: [PassengerName['type'], string, string, string, number | null]
): PassengerName[] => {
  const read = readName(entry, host);
  if (!read.ok || read.hostProblem) return [];
  const { surname, given, title } = read.name;
  const birthDate = born ? (readBirthDate(born, today) ?? null) : null;
  return [{ type, surname, given, title, ...(read.name.host ? { host: read.name.host } : {}), birthDate, with: carrier }];
};

/** The infants on laps; `with` counts the party from 0. One whose name cannot be read is left out. */
export const lapsOf = (sale: Pick<Sale, 'party'>, today: string): PassengerName[] =>
  sale.party.flatMap(({ infant, infantName, infantHost, infantBirthDate }, place) =>
    infant ? namedAs(today, 'INF', infantName, infantHost, infantBirthDate, place) : [],
  );

/** What bookings.confirm takes as passengers: those with seats first, then the infants on laps. Undefined while a name cannot be read. */
export function namesOf(sale: Pick<Sale, 'party'>, today: string): PassengerName[] | undefined {
  const seated = sale.party.flatMap(({ type, name, host, birthDate }) => namedAs(today, type, name, host, birthDate, null));
  const laps = lapsOf(sale, today);
  const carriers = sale.party.filter(({ infant }) => infant);
  return seated.length === sale.party.length && laps.length === carriers.length ? [...seated, ...laps] : undefined;
}
