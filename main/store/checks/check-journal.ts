import { isDeepStrictEqual } from 'node:util';
import { assertNever } from '../../../shared/assert.ts';
import { isOfBooking } from '../../../shared/event-effects.ts';
import type { EventData, EventType } from '../../../shared/events.ts';
import { SETTING_NAMES, SETTING_RULES } from '../../../shared/setting-rules.ts';
import type { ReadDatabase } from '../database.ts';
import { overriddenOf, overridesAfter } from '../tables/class-overrides-table.ts';
import { type ClockStepBack, clockStepsBack } from '../tables/clock-steps.ts';
import { brokenLink, eventsAfter, type JournalRow } from '../tables/journal-table.ts';
import { policiesAfter, publishedOf } from '../tables/policies-table.ts';
import { allRefundPolicies, refundPolicyAdded } from '../tables/refund-policies-table.ts';
import { readSetting } from '../tables/settings-table.ts';
import { AccountsTold } from './accounts-told.ts';
import { AirportsTold } from './airports-told.ts';
import { AircraftTold } from './check-aircraft.ts';
import { BlocksTold } from './check-blocks.ts';
import { DenialsTold } from './check-denials.ts';
import { FlashSalesTold } from './check-flash-sales.ts';
import { QueuesTold } from './check-queues.ts';
import { VolunteersTold } from './check-volunteers.ts';
import { WaitlistSummary } from './check-waitlist.ts';
import { CustomersTold } from './customers-told.ts';
import { DesksTold } from './desks-told.ts';
import { HealthTold } from './health-told.ts';
import { ScheduleTold } from './schedule-told.ts';
import { ShiftsTold } from './shifts-told.ts';

type Subject = EventData<'user.changed'>;

/** What the journal says last of things that change seldom: users, settings, prices. */
export class JournalSummary {
  readonly #users = new Map<string, { role: string; active: boolean }>();
  /** What the journal says of each policy, by version, as text. */
  readonly #policies = new Map<number, string>();
  readonly #overrides = new Map<number, string>();
  readonly #customers = new CustomersTold();
  readonly #waitlist = new WaitlistSummary();
  readonly #volunteers = new VolunteersTold();
  readonly #denials = new DenialsTold();
  /** What the journal says of each version of a refund policy, by name and version. */
  readonly #refundPolicies = new Map<string, string>();
  /** The amount with which each voucher was issued, and its currency. */
  readonly #vouchers = new Map<number, string>();
  /** The value of each setting after its last change, by the name that the journal gives it. */
  readonly #settings = new Map<string, string>();
  readonly #shifts = new ShiftsTold();
  readonly #aircraft = new AircraftTold();
  readonly #airports = new AirportsTold();
  readonly #desks = new DesksTold();
  readonly #blocks = new BlocksTold();
  readonly #flashSales = new FlashSalesTold();
  readonly #queues = new QueuesTold();
  readonly #accounts = new AccountsTold();
  readonly #schedule = new ScheduleTold();
  readonly #health = new HealthTold();
  #authorisations = 0;
  #refunds = 0;
  readonly #clockSteps: ClockStepBack[] = [];
  #reversals = 0;
  #messages = 0;
  /** The number of the entry that was followed last. */
  event = 0;

  follow(row: JournalRow): void {
    const { event, at, type, data } = row;
    this.event = event;
    if (isOfBooking(type)) {
      // The store counts charges that were reversed apart from refunds, and both are money returned.
      if (type === 'payment.refunded') this.#refunds++;
      if (type === 'payment.reversed') this.#reversals++;
      if (type === 'message.sent') this.#messages++;
      return;
    }
    const read = <Type extends EventType>(_: Type) => JSON.parse(data) as EventData<Type>;
    switch (type) {
      case 'voucher.issued':
        this.#vouchers.set(read(type).voucherId, `${read(type).amount} ${read(type).currency}`);
        return;
      case 'account.set':
      case 'account.paid':
        this.#accounts.follow(row);
        return;
      case 'policy.published':
        this.#policies.set(read(type).version, JSON.stringify(read(type)));
        return;
      case 'refund.policyAdded':
        this.#refundPolicies.set(`${read(type).name} ${read(type).version}`, JSON.stringify(read(type)));
        return;
      case 'setting.changed':
        this.#settings.set(read(type).subject, read(type).after);
        return;
      case 'user.created':
        this.#users.set(read(type).subject, { role: read(type).after, active: true });
        return;
      case 'user.changed':
        this.#changed(read(type));
        return;
      case 'clock.set':
        this.#clockSteps.push({ event, at });
        return;
      case 'customer.kept':
      case 'customer.changed':
      case 'customer.erased':
        this.#customers.follow(row);
        return;
      case 'waitlist.joined':
      case 'waitlist.moved':
      case 'waitlist.offered':
      case 'waitlist.answered':
      case 'waitlist.cleared':
      case 'waitlist.ended':
        this.#waitlist.follow(type, read(type));
        return;
      case 'volunteer.asked':
      case 'volunteer.took':
      case 'volunteer.declined':
      case 'volunteer.withdrew':
        this.#volunteers.follow(type, read(type));
        return;
      case 'boarding.denied':
        this.#denials.denied(read(type));
        return;
      case 'compensation.paid':
        this.#denials.paid(read(type));
        return;
      case 'oversale.letterPrinted':
        this.#denials.printed(read(type), at);
        return;
      case 'class.overridden':
        this.#overrides.set(read(type).number, JSON.stringify(read(type)));
        return;
      case 'cabin.authorised':
        this.#authorisations++;
        return;
      case 'seats.blocked':
      case 'seats.unblocked':
        this.#blocks.follow(row);
        return;
      case 'flashSale.opened':
      case 'flashSale.drawn':
      case 'flashSale.closed':
        this.#flashSales.follow(row);
        return;
      case 'aircraft.set':
      case 'flight.assigned':
        this.#aircraft.follow(row);
        return;
      case 'queue.moved':
        this.#queues.follow(row);
        return;
      case 'schedule.applied':
      case 'fleet.saved':
      case 'fleet.tookOver':
        this.#schedule.follow(row);
        return;
      case 'airport.set':
        this.#airports.follow(row);
        return;
      case 'desk.paired':
      case 'desk.renamed':
      case 'desk.allowed':
      case 'desk.revoked':
        this.#desks.follow(row);
        return;
      case 'alarm.acknowledged':
      case 'limit.set':
        this.#health.follow(row);
        return;
      case 'shift.opened':
      case 'shift.moved':
      case 'shift.counted':
      case 'shift.closed':
      case 'store.restored':
        this.#shifts.follow(row);
        return;
      // What these changed is kept nowhere else, or changes again without an entry.
      case 'flight.strategy':
      case 'competitor.read':
      case 'policy.turned':
      case 'user.signedIn':
      case 'user.refused':
      case 'clock.confirmed':
        return;
      default:
        assertNever(type);
    }
  }

  #changed({ subject, after }: Subject): void {
    const user = this.#users.get(subject);
    if (user && (after === 'active' || after === 'inactive')) user.active = after === 'active';
  }

  /** The first thing that is not as the journal left it. Only right when the whole journal was followed. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    const users = await db.query<{ user: string; role: string; active: number }>('SELECT user_name AS user, role, active FROM users').all();
    for (const { user, role, active } of users) {
      const known = this.#users.get(user);
      this.#users.delete(user);
      if (known?.role !== role || known.active !== (active === 1)) return `user ${user} is not as the journal says`;
    }
    for (const user of this.#users.keys()) return `user ${user} is in the journal and nowhere else`;
    for (const name of SETTING_NAMES) {
      const { subject, default: unset } = SETTING_RULES[name];
      const value = String(await readSetting(db, name));
      if (value !== (this.#settings.get(subject) ?? String(unset))) return `the setting ${subject} is not as the journal says`;
    }
    for (const policy of await policiesAfter(db, 0)) {
      // What was in force before there were policies was published by nobody.
      if (policy.author !== '' && this.#policies.get(policy.version) !== JSON.stringify(publishedOf(policy)))
        return `policy ${policy.version} is not as the journal says`;
      this.#policies.delete(policy.version);
    }
    for (const policy of await allRefundPolicies(db)) {
      const key = `${policy.name} ${policy.version}`;
      if (policy.author !== '' && this.#refundPolicies.get(key) !== JSON.stringify(refundPolicyAdded(policy)))
        return `refund policy ${key} is not as the journal says`;
      this.#refundPolicies.delete(key);
    }
    for (const key of this.#refundPolicies.keys()) return `refund policy ${key} is in the journal and nowhere else`;
    for (const override of await overridesAfter(db, 0)) {
      if (this.#overrides.get(override.number) !== JSON.stringify(overriddenOf(override)))
        return `decision ${override.number} about a class is not as the journal says`;
      this.#overrides.delete(override.number);
    }
    for (const number of this.#overrides.keys()) return `decision ${number} about a class is in the journal and nowhere else`;
    for (const version of this.#policies.keys()) return `policy ${version} is in the journal and nowhere else`;
    const vouchers = await db
      .query<{ id: number; issued: string }>("SELECT id, issued || ' ' || currency AS issued FROM vouchers WHERE source <> 'EARLIER'")
      .all();
    for (const { id, issued } of vouchers) {
      if (this.#vouchers.get(id) !== issued)
        return `voucher ${id} was issued with ${issued}, the journal says ${this.#vouchers.get(id) ?? 'nothing'}`;
      this.#vouchers.delete(id);
    }
    for (const id of this.#vouchers.keys()) return `voucher ${id} is in the journal and nowhere else`;
    const customers = await this.#customers.problem(db);
    if (customers) return customers;
    const waiting = await this.#waitlist.problem(db);
    if (waiting) return waiting;
    const volunteers = await this.#volunteers.problem(db);
    if (volunteers) return volunteers;
    const denials = await this.#denials.problem(db);
    if (denials) return denials;
    const count = async (sql: string) => (await db.query<{ count: number }>(`SELECT count(*) AS count FROM ${sql}`).get())?.count ?? 0;
    const refunded = await count("refunds WHERE state = 'DONE'");
    if (refunded !== this.#refunds) return `${refunded} refunds of cards and wallets were sent, the journal says ${this.#refunds}`;
    const reversed = await count("payments WHERE state = 'REVERSED'");
    if (reversed !== this.#reversals) return `${reversed} charges were reversed, the journal says ${this.#reversals}`;
    const sent = await count("messages WHERE state = 'SENT'");
    if (sent !== this.#messages) return `${sent} messages were sent, the journal says ${this.#messages}`;
    const authorised = await count('authorisations');
    if (authorised !== this.#authorisations)
      return `${authorised} cabins were authorised by hand, the journal says ${this.#authorisations}`;
    const ofAccounts = await this.#accounts.problem(db);
    if (ofAccounts) return ofAccounts;
    const ofShifts = await this.#shifts.problem(db);
    if (ofShifts) return ofShifts;
    const aircraft = await this.#aircraft.problem(db);
    if (aircraft) return aircraft;
    const flashSales = await this.#flashSales.problem(db);
    if (flashSales) return flashSales;
    const blocks = await this.#blocks.problem(db);
    if (blocks) return blocks;
    const ofQueues = await this.#queues.problem(db);
    if (ofQueues) return ofQueues;
    const ofSchedule = await this.#schedule.problem(db);
    if (ofSchedule) return ofSchedule;
    const ofAirports = await this.#airports.problem(db);
    if (ofAirports) return ofAirports;
    const ofDesks = await this.#desks.problem(db);
    if (ofDesks) return ofDesks;
    const ofHealth = await this.#health.problem(db);
    if (ofHealth) return ofHealth;
    const stepsBack = await clockStepsBack(db);
    if (!isDeepStrictEqual(stepsBack, this.#clockSteps)) return 'the times that the clock was set back are not as the journal says';
    return undefined;
  }
}

/** Follows some more entries; the number of the first that does not go on from the one before, or undefined. */
export async function followJournal(db: ReadDatabase, summary: JournalSummary, most: number): Promise<number | undefined> {
  const { event } = summary;
  for (const row of await eventsAfter(db, event, most)) summary.follow(row);
  return brokenLink(db, event, most);
}
