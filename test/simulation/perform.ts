import { SYSTEM } from '../../main/actor.ts';
import type { Output } from '../../shared/contract.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { Reply } from '../../shared/refusals.ts';
import type { Action, ActionOf } from './action.ts';
import { authoriseInput } from './authorise-input.ts';
import { blockInput } from './block-input.ts';
import { changeInput, splitInput } from './change-input.ts';
import { checkRead } from './check-read.ts';
import { connectionOf } from './connection-of.ts';
import { Consoles } from './consoles.ts';
import { customerInput } from './customer-input.ts';
import { deniedInput } from './denied-input.ts';
import { draftInput } from './draft-input.ts';
import { Failure } from './failure.ts';
import { fareInput } from './fare-input.ts';
import { importPiece } from './import-piece.ts';
import { inLine } from './in-line.ts';
import { moneyInput, wishInput } from './money-input.ts';
import { oddCall, type Person } from './odd-call.ts';
import { otherBody } from './other-body.ts';
import { overrideInput } from './override-input.ts';
import { placeInput } from './place-input.ts';
import { policyInput } from './policy-input.ts';
import { openPost } from './post-office.ts';
import { previewByHand } from './preview-by-hand.ts';
import { queueInput } from './queue-input.ts';
import { type KnownBooking, NOBODY_KNOWS, payLaterInput, saleInput, tendersInput, wishesInput } from './sale-input.ts';
import { shiftInput } from './shift-input.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import { type StagedToApply, stageFlights } from './stage-flights.ts';
import { isOfStation } from './station-action.ts';
import { joinInput, waitStep } from './wait-input.ts';
import { watchedWait } from './watched-wait.ts';
import { hearWays, isAboutWays, wayInput } from './way-input.ts';
import { weighInput } from './weigh-input.ts';
import { STAFF, type Staff } from './world.ts';

interface Sent {
  readonly method: string;
  readonly input: object;
  readonly as: Staff;
}

interface Quoted {
  readonly offerId: number;
  readonly total: number;
}

const TRIED_AGAIN = 8;
const LEARNT_FROM: ReadonlySet<string> = new Set([
  ...['holds.place', 'holds.revive', 'waitlist.join', 'reaccommodation.propose'],
  ...['bookings.confirm', 'bookings.cancelQuote', 'bookings.changeQuote', 'bookings.change', 'bookings.split'],
]);
const requestId = (key: number): string => `request-${key}`;

/** The people at the desks: they do what an action says, by what they know from the replies that reached them. */
export class People {
  readonly #desk: SimulatedHub;
  readonly #consoles: Consoles;
  /** Bookings by the key of the step that placed them, as far as the reply reached anybody. */
  readonly #known = new Map<number, BookingView>();
  /** Quotes of cancellations and of changes, by booking, the newest last. */
  readonly #quotes = new Map<number, readonly Quoted[]>();
  readonly #changes = new Map<number, readonly Quoted[]>();
  /** Parties that wait, by the key of the step with which they joined. */
  readonly #entries = new Map<number, number>();
  readonly #ways = new Map<number, readonly number[]>();
  readonly #sent = new Map<number, Sent>();
  readonly #staged = new Map<number, StagedToApply>();
  /** Changes by hand that were previewed, by the key of the step. */
  readonly #byHand = new Map<number, string>();
  /** What proves a price that was read out, by the key of the step that asked for it. */
  readonly #offers = new Map<number, string>();
  #late: { steps: number; readonly hear: () => void }[] = [];

  constructor(hub: SimulatedHub) {
    this.#desk = hub;
    this.#consoles = new Consoles(hub);
  }

  /** What was placed with a step, or is offered to the party that joined with it: its desk is told. */
  knows(key: number): KnownBooking | undefined {
    const { waits, bookings } = this.#desk.judge.model;
    return this.#known.get(key) ?? bookings.get(waits[(this.#entries.get(key) ?? 0) - 1]?.hold ?? 0);
  }

  entryOf(key: number): number | undefined {
    return this.#entries.get(key);
  }

  async perform(action: Action): Promise<void> {
    for (const letter of this.#late) if (--letter.steps <= 0) letter.hear();
    this.#late = this.#late.filter(({ steps }) => steps > 0);
    await this.#do(action);
    // Where a hold that lapsed was is looked up before it waits in line.
    if (!action.join || (action.do === 'revive' && this.#desk.judge.lines.any)) {
      await this.#desk.settle();
      this.#desk.faults.unlock();
    }
  }

  #do(action: Action): Promise<void> | void {
    const hub = this.#desk;
    if (isOfStation(action)) return this.#consoles.perform(action);
    if (isAboutWays(action)) return this.#send(action, ...wayInput(action, hub.judge.model, (key) => this.#bookingId(key), this.#ways));
    switch (action.do) {
      case 'place':
        return this.#place(action);
      case 'extend':
      case 'release':
      case 'revive':
      case 'take-over':
        return this.#send(action, `holds.${action.do === 'take-over' ? 'takeOver' : action.do}`, { bookingId: this.#bookingId(action.of) });
      case 'pay-later':
        return this.#send(action, 'holds.payLater', payLaterInput(action, this.knows(action.of), hub.now()));
      case 'account':
      case 'wallet-sent':
      case 'refund-policy':
        return this.#send(action, ...moneyInput(hub.judge.model, action));
      case 'quote':
        return this.#send(action, 'bookings.cancelQuote', { bookingId: this.#bookingId(action.of), ...wishInput(action) });
      case 'cancel': {
        const bookingId = this.#bookingId(action.of);
        const quotes = this.#quotes.get(bookingId) ?? [];
        const told = action.quote === 'newest' ? quotes.at(-1) : action.quote === 'older' ? quotes.at(-2) : undefined;
        return this.#send(action, 'bookings.cancel', { bookingId, offerId: told?.offerId ?? NOBODY_KNOWS });
      }
      case 'confirm':
        return this.#send(action, 'bookings.confirm', saleInput(action, this.knows(action.of), hub, requestId(action.key)));
      case 'change-quote': {
        const bookingId = this.#bookingId(action.of);
        const held = 'hold' in action.change ? this.#known.get(action.change.hold) : undefined;
        return this.#send(action, 'bookings.changeQuote', {
          bookingId,
          change: changeInput(hub.judge.model, bookingId, action.change, held),
          ...wishInput(action),
        });
      }
      case 'change':
        return this.#send(action, 'bookings.change', this.#change(action));
      case 'split':
        return this.#send(action, 'bookings.split', splitInput(hub.judge.model, this.#bookingId(action.of), action));
      case 'undo': {
        const bookingId = this.#bookingId(action.of);
        const version = Math.max(1, (hub.judge.model.bookings.get(bookingId)?.version ?? 1) - action.seen);
        return this.#send(action, 'bookings.undo', { bookingId, version });
      }
      case 'shift':
        return this.#send(action, ...shiftInput(hub.judge.model, action));
      case 'publish':
        return void this.#background(
          hub.hub.change('policies.publish', policyInput(action, hub.judge.model, hub.now()), STAFF.mercy, requestId(action.key)),
        );
      case 'override': {
        const input = overrideInput(action, hub.judge.model, requestId(action.key));
        return void this.#background(hub.hub.execute('pricing.overrideClass', input, STAFF.mercy));
      }
      case 'weigh':
        return this.#send(action, 'aircraft.assign', weighInput(action));
      case 'authorise':
        return this.#send(action, 'pricing.authorise', authoriseInput(action, hub.judge.model));
      case 'setting':
        return this.#send(action, 'settings.set', { name: action.name, value: action.value });
      case 'draft': {
        const bookingId = this.#bookingId(action.of);
        return this.#send(action, 'holds.keepDraft', { bookingId, draft: draftInput(action.key), confirming: action.confirming });
      }
      case 'heard':
        return this.#send(action, 'bookings.heard', { bookingId: this.#bookingId(action.of) });
      case 'wish':
        return this.#send(action, 'messages.wish', { bookingId: this.#bookingId(action.of), ...wishesInput(action.wishes) });
      case 'send-again':
        return this.#send(action, 'messages.sendAgain', { messageId: action.message });
      case 'queue':
        return this.#send(action, ...queueInput(action, hub.now()));
      case 'keep-customer':
      case 'change-customer':
      case 'erase-customer':
        return this.#send(action, ...customerInput(hub.judge.model, action, 'of' in action ? this.knows(action.of)?.bookingId : undefined));
      case 'desk-leaves':
        return void this.#background(hub.hub.change('queues.letDeskGo', { desk: STAFF[action.who].desk }, SYSTEM, null));
      case 'post':
        return openPost(hub, action.mood, action.key);
      case 'give-up':
        return this.#giveUp(action);
      case 'join':
        return this.#send(action, 'waitlist.join', joinInput(action));
      case 'wait-step':
        return this.#send(action, ...waitStep(action.what, this.#entries.get(action.of) ?? NOBODY_KNOWS));
      case 'block':
      case 'unblock':
        return this.#send(action, ...blockInput(action, hub.now()));
      case 'ask-volunteer':
      case 'answer-volunteer':
      case 'deny':
      case 'compensate':
      case 'letter':
        return this.#send(action, ...deniedInput(action, 'of' in action ? this.#bookingId(action.of) : 0));
      case 'offer-again':
        return this.#send(action, 'waitlist.offer', { flightId: action.flight, cabin: action.cabin });
      case 'resend': {
        const sent = this.#sent.get(action.of);
        if (!sent) return;
        const { method, as } = sent;
        const input = action.body === 'other' ? { ...sent.input, ...otherBody(sent.method) } : sent.input;
        const other = { 'other-desk': { desk: 'T9' }, 'other-user': { user: 'eve' } }[action.body as string];
        return this.#call({ ...STAFF[as], ...other }, method, input, action.of, action.body === 'same' ? 'heard' : 'other');
      }
      case 'stage':
        // What applying it takes is kept.
        return void this.#background(stageFlights(hub, action).then((staged) => void (staged && this.#staged.set(action.key, staged))));
      case 'apply': {
        const staged = this.#staged.get(action.of);
        const input = { ...staged, ...(action.unseat ? { unseat: true } : {}) } as never;
        if (staged) void this.#background(hub.hub.change('schedule.applyStaged', input, STAFF.mercy, requestId(action.key)));
        return;
      }
      case 'by-hand': {
        const previewed = previewByHand(hub, action, (method, input) => this.#ask(method, input));
        return void this.#background(previewed.then((importId) => void (importId && this.#byHand.set(action.key, importId))));
      }
      case 'apply-by-hand': {
        const importId = this.#byHand.get(action.of);
        return importId === undefined ? undefined : this.#send(action, 'schedule.apply', { importId });
      }
      case 'forget-by-hand':
        return void this.#background(this.#ask('schedule.cancel', { importId: this.#byHand.get(action.of) ?? 'nobody-knows' }));
      case 'read-fare':
        return this.#send(action, 'pricing.setFares', fareInput(action, hub.now()));
      case 'copy':
      case 'drop-copy':
      case 'settle':
        return void this.#background(importPiece(hub.hub, action, 'of' in action ? this.#staged.get(action.of) : undefined));
      case 'try-again':
        return this.#send(action, 'jobs.tryAgain', { jobId: action.job });
      case 'bank':
        hub.bank.mood = action.mood;
        return;
      case 'quit':
        return hub.quit();
      case 'turns':
        return hub.turns.keep();
      case 'upkeep':
        return void this.#background(hub.upkeep());
      case 'read':
        return this.#read(action);
      case 'odd':
        return void this.#background(oddCall(hub, action, this.#bookingId(action.of), (as) => this.#connection(as)));
      case 'wait':
        if (!action.join) return watchedWait(hub, action.ms);
        // Nobody is told.
        return hub.time.stop(action.ms);
      case 'sleep':
      case 'set-clock':
        hub.time.wall += action.ms;
        hub.now();
        return;
      case 'confirm-time':
        return this.#send(action, 'clock.confirm', { shown: Math.max(0, hub.computer + action.off) });
      case 'set-time-right':
        return this.#send(action, 'clock.setRight', { shown: Math.max(0, hub.computer + action.off) });
      case 'crash':
        return hub.cutPower(action);
      case 'damage':
        return hub.findDamage(() => this.#tryAll(action.key));
      case 'disk-full':
        return hub.faults.fillDisk(action.pages);
      case 'disk-room':
        return hub.faults.freeDisk();
      case 'long-read':
        return hub.faults.beginLongRead();
      case 'end-read':
        return hub.endLongRead();
      case 'lock':
        return hub.faults.lock();
    }
  }

  #bookingId(key: number): number {
    return this.knows(key)?.bookingId ?? NOBODY_KNOWS;
  }

  #send(action: Action & { as: Staff; lost?: true; late?: number; twice?: true }, method: string, body: object): void {
    const input = { requestId: requestId(action.key), ...body };
    this.#sent.set(action.key, { method, input, as: action.as });
    const heard = action.lost ? 'lost' : (action.late ?? 'heard');
    this.#call(STAFF[action.as], method, input, action.key, heard);
    if (action.twice) this.#call(STAFF[action.as], method, input, action.key, heard);
  }

  /** Calls through the dispatcher. `heard`: whether, or how many steps later, the caller hears the reply; 'other': it was another call. */
  #call(as: Person, method: string, input: object, key: number, heard: 'heard' | 'lost' | 'other' | number): void {
    const hub = this.#desk;
    const { starts } = hub;
    const told = inLine(hub, as, method, input);
    void this.#background(
      hub.dispatcher.call(this.#connection(as), method, input).then((text) => {
        if (hub.starts !== starts) return;
        told?.(text);
        if (heard === 'lost') return;
        const hear = () => this.#hear(method, key, text);
        if (typeof heard === 'number') this.#late.push({ steps: heard, hear });
        else if (heard === 'heard') hear();
      }),
    );
  }

  /** Asks for what was asked last, under new request numbers. */
  #tryAll(key: number): void {
    for (const [place, { method, input, as }] of [...this.#sent.values()].slice(-TRIED_AGAIN).entries())
      this.#call(STAFF[as], method, { ...input, requestId: `${requestId(key)}-${place}` }, key, 'lost');
  }

  #connection(as: Person) {
    return connectionOf(as, this.#desk.now());
  }

  /** What goes wrong in the test itself must not go unseen. */
  #background(work: Promise<unknown>): Promise<unknown> {
    return work.catch((error: unknown) => this.#desk.fail(error));
  }

  /** A caller hears a reply, as the text that a socket would carry. */
  #hear(method: string, key: number, text: string): void {
    const id = requestId(key);
    this.#desk.guard(() => this.#desk.judge.heard(id, text));
    // From the others nobody learns anything that later steps need.
    if (!LEARNT_FROM.has(method)) return;
    const reply = JSON.parse(text) as Reply<unknown>;
    if (!reply.ok) return;
    if (method === 'holds.place' || method === 'holds.revive') this.#known.set(key, reply.value as BookingView);
    if (method === 'waitlist.join') this.#entries.set(key, (reply.value as Output<'waitlist.join'>).entryId);
    if (method === 'reaccommodation.propose') hearWays(this.#ways, reply.value as Output<'reaccommodation.propose'>);
    if (method === 'bookings.confirm') this.#desk.guard(() => this.#desk.judge.heard(`${id}.confirm`, text));
    if (method === 'bookings.split') this.#known.set(key, reply.value as BookingView);
    if (method === 'bookings.change') this.#desk.guard(() => this.#desk.judge.heard(`${id}.take`, text));
    const quoted = { 'bookings.cancelQuote': this.#quotes, 'bookings.changeQuote': this.#changes }[method];
    if (quoted) {
      const { bookingId, offerId, total } = reply.value as Quoted & { bookingId: number };
      const quotes = quoted.get(bookingId) ?? [];
      if (!quotes.some((quote) => quote.offerId === offerId)) quoted.set(bookingId, [...quotes, { offerId, total }]);
    }
  }

  /** The tenders are for what the agent was told that it costs. */
  #change({ of, quote, key, ...paid }: ActionOf<'change'>): object {
    const bookingId = this.#bookingId(of);
    const quotes = (quote === 'cancellation' ? this.#quotes : this.#changes).get(bookingId) ?? [];
    const told = quote === 'none' ? undefined : quotes.at(quote === 'older' ? -2 : -1);
    const due = Math.max(0, told?.total ?? 0) + paid.off;
    const tenders = due === 0 ? [] : tendersInput(paid, due, 0, this.#desk.bank, requestId(key));
    return { bookingId, offerId: told?.offerId ?? NOBODY_KNOWS, tenders, ...(paid.compared ? { slipsCompared: true } : {}) };
  }

  /** A supervisor asks for what is kept nowhere. */
  #ask(method: string, input: object): Promise<string> {
    return this.#desk.dispatcher.call(this.#connection(STAFF.mercy), method, input);
  }

  /** What the hub process answers by itself: given up, or no card is asked for it at this desk. */
  #giveUp({ of, as }: ActionOf<'give-up'>): void {
    const given = this.#desk.dispatcher.call(this.#connection(STAFF[as]), 'payments.giveUp', { bookingId: this.#bookingId(of) });
    const known = given.then((text) => {
      const reply = JSON.parse(text) as Reply<unknown>;
      const met = reply.ok ? 'ok' : reply.refusal.code;
      if (met !== 'ok' && met !== 'NO_CARD_ASKED') throw new Failure('give up', text);
      this.#desk.judge.meet(`payments.giveUp ${met}`);
    });
    void this.#background(known);
  }

  async #place(action: ActionOf<'place'>): Promise<void> {
    const { key, as, asks, legs } = action;
    if (asks) await this.#read({ key, do: 'read', what: 'price', flight: legs[0]?.flight ?? 0, as });
    this.#send(action, 'holds.place', placeInput(action, this.#offers));
  }

  #read(action: ActionOf<'read'>): Promise<void> {
    return checkRead(this.#desk, action, 'of' in action ? this.#bookingId(action.of) : 0, (reply) => this.#readOut(action, reply));
  }

  /** A price was read out, and the desk may keep it for a while. */
  #readOut(action: ActionOf<'read'>, reply: object): void {
    if (action.what !== 'price') return;
    const { key, flight: flightId, as } = action;
    const quoted = reply as Reply<Output<'pricing.quote'>>;
    if (!quoted.ok) return;
    const { offer, fare, policy, until } = quoted.value;
    this.#offers.set(key, offer);
    const { model } = this.#desk.judge;
    const byHand = model.classesByHand(model.flight(flightId), this.#desk.now());
    model.priceQuotes.told(offer, { flightId, cabin: 'Y', policy: policy.version, byHand, desk: STAFF[as].desk, fare, until });
  }
}
