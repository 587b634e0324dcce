import { DAY_MS } from '../../../shared/instants.ts';
import type { MessageKind } from '../../../shared/message-kinds.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import type { PassengerType } from '../../../shared/passengers.ts';
import type { OverrideKind } from '../../../shared/rule-overrides.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { AUTHORISED, capacity, FLIGHTS, MAP_OF, SEATS, VOUCHERS, type WorldFlight } from '../world.ts';
import type { ModelAccount } from './accounts.ts';
import { askedBy } from './asked-by.ts';
import type { ModelBlock } from './blocks.ts';
import { ModelByHand } from './by-hand.ts';
import { isSeat, keysOfLeg } from './claim-keys.ts';
import { ModelOverrides } from './class-overrides.ts';
import { COMMANDS } from './commands.ts';
import { ModelCustomers } from './customers.ts';
import { type Expected, known, refused } from './expected.ts';
import type { ByHand, GivenBack } from './give-back.ts';
import { ModelHistory } from './history.ts';
import { type ModelContact, type ModelMessage, type Typed, tellPassengers, type Wishes } from './messages.ts';
import type { Kept, ModelEvent, ModelJob, ModelQuote, OtherFares, Payment, Refund, Version } from './model-rows.ts';
import { ModelOversales } from './oversales.ts';
import { CLASSES, type Load, ModelPolicies, POLICIES } from './policies.ts';
import { PriceQuotes } from './price-quotes.ts';
import { ModelQueues } from './queues.ts';
import { ModelRefundPolicies } from './refund-policies.ts';
import type { ModelSwitch } from './schedule-switch.ts';
import { firstSettings } from './settings.ts';
import { type CashMoved, type Decided, decidedBy, type ModelShift } from './shifts.ts';
import { ModelStation } from './station.ts';
import { type FlightAndCabin, type ModelWait, offerFreed, settleOffer } from './waitlist.ts';
import type { ModelWay } from './ways.ts';

/** As the engine is given it; the body is JSON. */
export type ModelCommand = {
  name: string;
  requestId: string | null;
  body: string;
  actor: { user: string; desk: string; role: string };
  now: number;
  untimely?: true;
};
/** What commands do, by name: each changes the model and returns its reply, or throws a refusal before it changes anything. */
export type Commands = Readonly<Record<string, (model: Model, input: never, command: ModelCommand) => unknown>>;

/** A flight as a file brings it, and as the schedule has it. */
export type Filed = Omit<WorldFlight, 'id'> & { readonly map: string };
export type ModelFlight = Filed & WorldFlight & { readonly cancelled: boolean };
export type Leg = Pick<
  BookedLeg,
  'segment' | 'flightId' | 'cabin' | 'seats' | 'fare' | 'destination' | 'equipment' | 'date' | 'departsAt' | 'arrivesAt' | 'refund' | 'back'
> &
  Pick<BookedLeg, 'given' | 'missed'> & {
    readonly lost?: BookedLeg['seats'];
    readonly priced?: { readonly promotion: string };
    readonly others?: OtherFares;
    readonly laps?: OtherFares;
  };
type Tender = Pick<
  BookingView['tenders'][number],
  'kind' | 'amount' | 'voucher' | 'charge' | 'refunded' | 'approvalCode' | 'wallet' | 'account'
>;
/** What a seat costs by the policy under which it was sold. */
export type FareOf = (passenger: PassengerType, exit: boolean) => number;
export type ModelName = Pick<BookingView['passengers'][number], 'type' | 'surname' | 'given' | 'birthDate' | 'with'>;
type Unforetold = 'locator' | 'user' | 'legs' | 'passengers' | 'contact' | 'currency' | 'tenders' | 'draft';
/** What replies must show of a booking. It is never changed, only replaced, so a reply keeps what it showed. */
export type ModelBooking = Omit<BookingView, Unforetold> & { legs: readonly Leg[]; tenders: readonly Tender[] };
/** How a command leaves a booking: what follows from its state is added by `write`. */
type Written = Omit<ModelBooking, 'version' | 'statuses'>;
/** How the seats of a booking are counted; those that are not are free. */
const COUNTED: Partial<Record<BookingView['state'], 'held' | 'sold'>> = { HOLD: 'held', CONFIRMED: 'sold' };
/** The desk of the hub itself. */
const NO_DESK = '-';
const REUSED = refused('REQUEST_REUSED');
const UNTIMELY = refused('CLOCK_DOUBTFUL');

/** The whole hub as the design tells it, in plain maps. It foretells the reply and the events of each command, and how the store then stands. */
export class Model {
  readonly flights = new Map<number, ModelFlight>(
    FLIGHTS.map((flight) => [flight.id, { ...flight, map: MAP_OF[flight.equipment] ?? '', cancelled: false }]),
  );
  readonly counters = new Map(AUTHORISED.map(({ flight, cabin, authorised }) => [`${flight} ${cabin}`, { authorised, held: 0, sold: 0 }]));
  /** Which part of the seats of a cabin was decided to be sold, where the last decision was one. */
  readonly percents = new Map<string, number>();
  /** What flights may carry, in kilograms. */
  readonly limits = new Map<number, number | null>();
  /** Who has a seat, by flight and seat. */
  readonly claims = new Map<string, number>();
  readonly bookings = new Map<number, ModelBooking>();
  readonly payments = new Map<string, Payment>();
  readonly refunds = new Map<string, Refund>();
  /** How often money went back to a tender of any kind, or came again. */
  refundsMade = 0;
  readonly givenBack: GivenBack[] = [];
  /** By booking, once it is sold: when and at which desk each of its tenders was taken. */
  readonly takenAt = new Map<number, readonly { readonly at: number; readonly desk: string }[]>();
  /** What goes back to wallets. */
  readonly byHand: ByHand[] = [];
  /** In the order of their numbers, from 1 on. */
  readonly accounts: ModelAccount[] = [];
  readonly refundPolicies = new ModelRefundPolicies();
  readonly history = new ModelHistory();
  /** In the order of their numbers, from 1 on. */
  readonly jobs: ModelJob[] = [];
  /** By number. What is left of each, and until when it pays. */
  readonly vouchers = new Map(VOUCHERS.map((voucher) => [voucher.number, { ...voucher, balance: voucher.issued }]));
  /** What was issued for refunds, in order: nobody can foretell the numbers. */
  readonly refundVouchers: { readonly bookingId: number; readonly amount: number }[] = [];
  readonly quotes: ModelQuote[] = [];
  /** By booking, once it is sold: seated passengers in the order of the party, then infants on laps. */
  readonly names = new Map<number, readonly ModelName[]>();
  /** Every flight that a sold booking has had. */
  readonly everOn = new Map<number, Set<number>>();
  readonly versions: Version[] = [];
  /** By leg: what its seats cost when it was sold. */
  readonly soldAt = new WeakMap<object, FareOf>();
  /** The same by the fare of a seat that was added later. */
  readonly addedAt = new WeakMap<object, FareOf>();
  readonly replies = new Map<string, { readonly asked: string; readonly at: number; readonly expected: Expected }>();
  readonly staged = new Map<string, readonly Filed[]>();
  /** By flight: what a competitor asks. */
  readonly competitors = new Map<number, number>();
  switching: ModelSwitch | undefined;
  readonly hand = new ModelByHand();
  readonly settings = firstSettings();
  /** By booking: when and where what was typed was kept last, and where a sale was asked for whose outcome nobody has heard. */
  readonly drafts = new Map<number, Kept>();
  /** By booking: how its passengers are reached once it is sold, what was typed about that before, and what they wish. */
  readonly contacts = new Map<number, ModelContact>();
  readonly typed = new Map<number, Typed>();
  readonly wishes = new Map<number, Wishes>();
  /** In the order of their numbers, from 1 on. */
  readonly messages: ModelMessage[] = [];
  /** What passengers are told of, whether they want to hear it or not. */
  readonly activity: { readonly event: number; readonly bookingId: number; readonly kind: MessageKind }[] = [];
  /** Those that a supervisor had sent again: they may come out of order. */
  readonly sentAgain = new Set<number>();
  readonly queues = new ModelQueues();
  readonly customers = new ModelCustomers();
  /** The time of the command under way. */
  now = 0;
  /** Number of the newest entry of the journal before the command under way. */
  newestEvent = 0;
  /** By a hold that revives it: the one that ended unpaid. */
  readonly revives = new Map<number, number>();
  /** By hold: ways that are or were kept for sold bookings. */
  readonly ways = new Map<number, ModelWay>();
  /** By hold: how many minutes were asked for. */
  readonly minutesAsked = new Map<number, number>();
  /** Holds that another desk took over. */
  readonly takenOver = new Set<number>();
  readonly unheard = new Map<number, Kept>();
  /** Deadlines that holds have without the payment that protects them. */
  readonly unpaid = new Map<number, number>();
  readonly priceQuotes = new PriceQuotes();
  readonly policies = new ModelPolicies();
  readonly overrides = new ModelOverrides();
  /** Parties that wait or waited, in the order in which they joined. */
  readonly waits: ModelWait[] = [];
  /** Where seats came free, or more may be sold, and nobody was offered them yet. */
  readonly freed: FlightAndCabin[] = [];
  /** In the order of their numbers, from 1 on. */
  readonly blocks: ModelBlock[] = [];
  readonly oversale = new ModelOversales();
  readonly station = new ModelStation();
  readonly shifts: ModelShift[] = [];
  readonly cash: CashMoved[] = [];
  readonly decisions: Decided[] = [];
  /** The number of the hold under way, where something comes before it. */
  keptNumber: number | undefined;
  /** Counts the commands; where the one under way was given. */
  turn = 0;
  desk = '';
  /** What the command under way met of which its reply does not tell. */
  met: string[] = [];
  generation = 0;
  /** Each event that the command under way writes. */
  events: ModelEvent[] = [];
  /** When the journal was written last. */
  newestEntryAt = 0;
  /** When the command before this one was done. What is recorded now may have begun at any time since. */
  lastNow = 0;

  /** Does a command. `again`: its number was answered before, and the reply must be the very same. */
  apply(command: ModelCommand) {
    const { requestId, now } = command;
    this.events = [];
    this.met = [];
    this.turn++;
    this.now = now;
    // Holds whose time is up are ended by the hub itself, at no desk.
    this.desk = NO_DESK;
    // A decision about the clock may be refused, and its time with it.
    for (const hold of command.name.startsWith('clock.') ? [] : this.holds(now)) this.end(hold, now);
    offerFreed(this, now);
    tellPassengers(this, 0, now);
    this.desk = command.actor.desk;
    if (this.events.length > 0) this.newestEntryAt = now;
    const before = this.answered(command);
    const expected = before ?? (command.untimely ? UNTIMELY : this.#run(command));
    if (!before && requestId !== null && !command.untimely) this.replies.set(requestId, { asked: askedBy(command), at: now, expected });
    this.lastNow = now;
    this.decisions.push(...decidedBy(this));
    this.queues.hear(this.events, now);
    this.history.hear(this.events, this.newestEvent, now, command.actor.desk);
    if (this.events.length > 0) this.newestEntryAt = now;
    this.newestEvent += this.events.length;
    return { expected, again: before !== undefined && before !== REUSED, events: this.events };
  }

  /** The reply to a number that was used before: the same to the same, a refusal to anything else. */
  answered(command: ModelCommand): Expected | undefined {
    const reply = this.replies.get(command.requestId ?? '');
    return reply && (reply.asked === askedBy(command) ? reply.expected : REUSED);
  }

  #run(command: ModelCommand): Expected {
    const run = COMMANDS[command.name];
    if (!run) throw new Error(`the model knows no command ${command.name}`);
    const from = this.events.length;
    try {
      const value = run(this, JSON.parse(command.body) as never, command) ?? {};
      offerFreed(this, command.now);
      tellPassengers(this, from, command.now);
      return { ok: true, value };
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      return refusal as Expected;
    }
  }

  flight = (flightId: number): ModelFlight => known(this.flights.get(flightId), 'FLIGHT_UNKNOWN');
  booking = (bookingId: number): ModelBooking => known(this.bookings.get(bookingId), 'BOOKING_UNKNOWN');
  flown = (legs: readonly Pick<Leg, 'flightId'>[]): ModelFlight[] => legs.map(({ flightId }) => this.flight(flightId));

  /** The holds that end until then, the one that ends first at the head. */
  holds(until = Number.POSITIVE_INFINITY): ModelBooking[] {
    const holds = [...this.bookings.values()].filter(({ state, expiresAt }) => state === 'HOLD' && (expiresAt ?? 0) <= until);
    return holds.sort((a, b) => (a.expiresAt ?? 0) - (b.expiresAt ?? 0) || a.bookingId - b.bookingId);
  }

  /** Every seat of these legs, without passengers who have none: whose of the party it is, what the schedule says of it now, and who has it. */
  seats(legs: readonly Pick<Leg, 'flightId' | 'cabin' | 'seats'>[]) {
    return legs.flatMap(({ flightId, cabin, seats }, leg) => {
      const facts = SEATS[this.flight(flightId).map] ?? {};
      const by = (seat: string) => this.bookings.get(this.claims.get(`${flightId} ${seat}`) ?? 0);
      return seats.flatMap((seat, at) => (isSeat(seat) ? [{ seat, cabin, leg, at, fact: facts[seat], by: by(seat) }] : []));
    });
  }

  counter(flightId: number, cabin: Cabin) {
    return this.counters.get(`${flightId} ${cabin}`) ?? { authorised: capacity(this.flight(flightId).map, cabin), held: 0, sold: 0 };
  }

  /** How many more may be sold. */
  room(flightId: number, cabin: Cabin): number {
    const { authorised, held, sold } = this.counter(flightId, cabin);
    return Math.max(0, authorised - held - sold);
  }

  /** What an adult in a standard seat costs now, and by which version. */
  price(flight: ModelFlight, cabin: Cabin, now: number): { readonly fare: number; readonly policy: number } {
    const { policy, fareOf } = this.priced(flight, cabin, now, false, 1);
    return { policy, fare: fareOf('ADT', false) };
  }

  /** What seats cost now, as the load and the policies stand, and by which version. */
  priced(flight: ModelFlight, cabin: Cabin, now: number, promoted: boolean, party: number) {
    const { id, fare, map, departs } = flight;
    const load = (of: Cabin): Load => {
      const { held, sold, authorised } = this.counter(id, of);
      return [held + sold, authorised];
    };
    const all = (['F', 'J', 'W', 'Y'] as const).filter((of) => capacity(map, of) > 0).map(load);
    const ofFlight: Load = [all.reduce((sum, [taken]) => sum + taken, 0), all.reduce((sum, [, authorised]) => sum + authorised, 0)];
    const { version, name } = this.policies.of(flight, now);
    const days = Math.max(0, Math.floor((departs - now) / DAY_MS));
    const asked = { fare, cabin, ofCabin: load(cabin), ofFlight, days, promoted, party, ...this.overrides.of(flight) };
    return { policy: version, fareOf: (passenger: PassengerType, exit: boolean) => POLICIES[name].price({ ...asked, passenger, exit }) };
  }

  /** Booking classes of a flight that somebody closed or opened, as text, where its policy has classes. */
  classesByHand(flight: ModelFlight, now: number): string {
    const { closed, opened } = this.overrides.of(flight);
    return this.policies.of(flight, now).name === CLASSES ? `${closed.join('')}/${opened.join('')}` : '';
  }

  /** Fares that are held or sold with the promotion. */
  promoted(): number {
    const live = [...this.bookings.values()].filter(({ state }) => COUNTED[state]);
    // Who was added later pays without it.
    const added = ({ others = [] }: Leg): number => others.filter((other) => this.addedAt.has(other)).length;
    return live.flatMap(({ legs }) => legs).reduce((sum, leg) => sum + (leg.priced ? leg.seats.length - added(leg) : 0), 0);
  }

  /** Work that must follow: written down with what asks for it. */
  enqueue(kind: ModelJob['kind'], subject: string, bookingId: number, notBefore: number): void {
    this.queues.madeAt.set(this.jobs.length + 1, this.now);
    this.jobs.push({ id: this.jobs.length + 1, kind, subject, bookingId, state: 'WAITING', tries: 0, notBefore });
  }

  /** Charges that stand taken for a hold, in the order in which the terminal was asked. */
  taken(bookingId: number): [string, Payment][] {
    const all = [...this.payments].filter(([, payment]) => payment.bookingId === bookingId && payment.state === 'TAKEN');
    return all.sort(([a, one], [b, other]) => one.at - other.at || (a < b ? -1 : 1));
  }

  reverse(reference: string, now: number): void {
    const payment = this.payments.get(reference);
    if (!payment) return;
    const { bookingId, amount } = payment;
    payment.state = 'REVERSAL_DUE';
    this.enqueue('reversal', reference, bookingId, now);
    this.events.push(['payment.reversalDue', bookingId, { bookingId, amount }]);
  }

  /** Nothing that was taken for a booking is kept, unless it is sold. */
  reverseTaken(bookingId: number, now: number): void {
    for (const [reference] of this.taken(bookingId)) this.reverse(reference, now);
  }

  /** A hold ends without a sale. If a tender failed before, nobody has paid it. */
  end(hold: ModelBooking, now: number): void {
    const unpaid = hold.tenderFailedAt !== null;
    const after = { ...hold, tenders: [], payingSince: null } as const;
    if (unpaid) this.write('payment.failed', { ...after, state: 'PAYMENT_FAILED' });
    else this.write(this.ways.has(hold.bookingId) ? 'way.lapsed' : 'hold.expired', { ...after, state: 'EXPIRED' });
    if (hold.payBy) this.met.push(hold.payBy.atLimit === 'cancel' ? 'at its time limit' : 'after its time limit');
    this.reverseTaken(hold.bookingId, now);
    settleOffer(this, hold.bookingId);
  }

  /** Cash comes into the drawer of the desk that gave the command under way; below 0 it goes out. */
  moveCash(amount: number): void {
    this.cash.push({ desk: this.desk, turn: this.turn, amount });
  }

  /** Tenders pay: vouchers have less left, accounts owe more, cash comes into the drawer. */
  take(tenders: readonly Tender[]): void {
    for (const { kind, voucher, account, amount } of tenders) {
      if (voucher) this.spend(voucher, amount);
      if (account) this.owe(account, amount);
      if (kind === 'cash') this.moveCash(amount);
    }
  }

  owe(code: string, amount: number): void {
    const account = this.accounts.find((one) => one.code === code);
    if (account) account.balance += amount;
  }

  spend(number: string, amount: number): void {
    const voucher = this.vouchers.get(number);
    if (voucher) voucher.balance -= amount;
  }

  /**
   * A booking, new or known, becomes this; its seats are claimed or free, and counted, as its state asks. Writes the event, which tells
   * of every leg whose seats moved or stay with their hold, and the money that moved with them.
   */
  write(event: string, written: Written, amount = 0, overrides?: readonly OverrideKind[]): ModelBooking {
    const { bookingId, desk, state, legs } = written;
    const before = this.bookings.get(bookingId);
    const from = COUNTED[before?.state ?? 'EXPIRED'];
    const to = COUNTED[state];
    const moved: object[] = [];
    for (const leg of from === to && state !== 'HOLD' ? [] : legs) {
      const { flightId, cabin, seats } = leg;
      const counter = this.counter(flightId, cabin);
      if (from) counter[from] -= seats.length;
      if (to) counter[to] += seats.length;
      this.counters.set(`${flightId} ${cabin}`, counter);
      for (const key of keysOfLeg(written, leg)) {
        if (to) this.claims.set(key, bookingId);
        else this.claims.delete(key);
      }
      if (!to) this.freed.push({ flightId, cabin });
      moved.push({ flightId, cabin, seats, ...counter });
    }
    const code = { HOLD: 'SS', CONFIRMED: 'HK' }[state as string] as 'SS' | 'HK' | undefined;
    const booking: ModelBooking = {
      ...written,
      ...(state === 'HOLD' ? {} : { expiresAt: null, payingSince: null }),
      version: (before?.version ?? 0) + (written === before ? 0 : 1),
      statuses: legs.map(({ seats }) => seats.map(() => code ?? 'HX')),
    };
    this.bookings.set(bookingId, booking);
    this.events.push([
      event,
      bookingId,
      {
        ...{ bookingId, desk, amount, legs: moved },
        ...(state === 'HOLD' ? { expiresAt: written.expiresAt } : {}),
        ...(overrides ? { overrides } : {}),
      },
    ]);
    return booking;
  }
}
