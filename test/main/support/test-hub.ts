import { existsSync, writeFileSync } from 'node:fs';
import { type Actor, SYSTEM } from '../../../main/actor.ts';
import type { CommandTable } from '../../../main/engine/engine.ts';
import { openInlineHub } from '../../../main/engine/inline-hub.ts';
import type { Clock } from '../../../main/hub/clock.ts';
import { openStore } from '../../../main/store/open-store.ts';
import type { FlightRow } from '../../../main/store/tables/flights-table.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { dayNumber, HOUR_MS } from '../../../shared/instants.ts';
import type { RefusalCode, Reply } from '../../../shared/refusals.ts';
import { FakeClock } from './fake-clock.ts';
import { migratedStore } from './once/migrated-store.ts';
import { reference } from './once/reference.ts';
import { givePolicy, publishPolicy, rulesOf, type Template } from './publish-policy.ts';

export const ANA: Actor = { user: 'ruiz', role: 'agent', desk: 'T1-04' };
export const JONAS: Actor = { user: 'weber', role: 'agent', desk: 'T2-11' };
export const MERCY: Actor = { user: 'osei', role: 'supervisor', desk: 'T1-01' };

export interface TestHubOptions<OwnClock extends Clock = FakeClock> {
  /** A path, or `:memory:`. */
  readonly file?: string;
  readonly clock?: OwnClock;
  readonly commands?: CommandTable;
}

/** The real core on a real store, in one thread, with time moved by hand. */
export async function openTestHub<OwnClock extends Clock = FakeClock>(options: TestHubOptions<OwnClock> = {}) {
  const clock = (options.clock ?? new FakeClock()) as OwnClock;
  const fresh = { storeId: 'test', locatorKey: 0x5eed, madeAt: clock.now() };
  const migrated = await migratedStore();
  const file = options.file ?? ':memory:';
  if (file !== ':memory:' && !existsSync(file)) writeFileSync(file, migrated);
  const { db, locators } = await openStore({ file: file === ':memory:' ? migrated : file, mode: 'training', fresh });
  const reports: string[] = [];
  let setApart: readonly string[] = [];
  const hub = await openInlineHub({
    db,
    locators,
    reference,
    clock,
    ...(options.commands ? { commands: options.commands } : {}),
    setApart: (locators) => {
      setApart = locators;
    },
    report: ({ what, problem }) => reports.push(`${what}: ${problem}`),
  });
  let flights = 0;
  let requests = 0;

  return {
    hub,
    db,
    clock,
    locators,
    reference,
    /** What failed inside; a test that expects nothing there says so. */
    reports,
    /** Locators of the holds that could not be ended. */
    setApart: () => setApart,
    requestId: () => `test-request-${++requests}`,
    /** JFK to LAX on the day of the hub's airport, two days ahead unless told, an A320 with 178 economy seats, 100.00 base. `fixed`: at the fixed fares. */
    async addFlight({ fixed = false, ...more }: Partial<FlightRow> & { readonly fixed?: boolean } = {}): Promise<FlightRow> {
      const departsAt = more.departs_at ?? clock.now() + 48 * HOUR_MS;
      const row: FlightRow = {
        id: ++flights,
        carrier: 'B6',
        number: 100 + flights,
        suffix: '',
        origin: 'JFK',
        destination: 'LAX',
        service_day: dayNumber(new Date(departsAt - 5 * HOUR_MS).toISOString()),
        departs_at: departsAt,
        arrives_at: departsAt + 6 * HOUR_MS,
        equipment: '320',
        seat_map: 'a320',
        base_fare: 100_00,
        currency: 'USD',
        cancelled: 0,
        competitor_fare: null,
        competitor_read_at: null,
        operating_day: 0,
        ...more,
      };
      const values = Object.values(row);
      await db.change(`INSERT INTO flights (${Object.keys(row).join(', ')}) VALUES (${values.map(() => '?').join(', ')})`).run(...values);
      if (fixed) await givePolicy(db, row.id, 'fixed');
      return row;
    },
    /** Prices one flight as before there were policies, as a supervisor does. */
    price: (flightId: number, template: Template) =>
      publishPolicy(hub, `test-request-${++requests}`, { kind: 'flight', flightId }, rulesOf(template), MERCY),
    /** Puts vouchers into the register: VQ8H2K with 2,000.00 USD and the others of the training store. */
    addVouchers: () => hub.change('vouchers.addTraining', {}, MERCY, null),
    /** Deletes old replies and drafts as the hourly upkeep does, after somebody did something, so that the journal knows the time. */
    async prune(): Promise<void> {
      value(await hub.execute('settings.set', { requestId: `test-request-${++requests}`, name: 'holdMinutes', value: 5 }, MERCY));
      value(await hub.change('replies.prune', {}, SYSTEM, null));
    },
    hold: (flightId: number, seats: readonly string[], more: Partial<Input<'holds.place'>> = {}, actor = ANA) =>
      hub.execute(
        'holds.place',
        {
          requestId: `test-request-${++requests}`,
          legs: [{ flightId, cabin: 'Y', seats: [...seats] }],
          passengers: seats.map(() => adult),
          exitRowConfirmed: false,
          ...more,
        },
        actor,
      ),
    counters: (flightId: number) =>
      db
        .query<{ cabin: string; authorised: number; held: number; sold: number }>(
          'SELECT cabin, authorised, held, sold FROM cabin_counters WHERE flight_id = ?',
        )
        .all(flightId),
    claims: async (flightId: number) =>
      (await db.query<{ seat: string }>('SELECT seat FROM claims WHERE flight_id = ? ORDER BY seat').all(flightId)).map(({ seat }) => seat),
  };
}

export type TestHub = Awaited<ReturnType<typeof openTestHub<FakeClock>>>;

export const adult: Input<'holds.place'>['passengers'][number] = { type: 'ADT', infant: false, assistance: false };

export type Confirm = Omit<Input<'bookings.confirm'>, 'requestId'>;

/** A sale that confirms a hold of adults paid in cash; change what a case is about. */
export function sale(hold: Output<'holds.place'>, more: Partial<Confirm> = {}): Confirm {
  return {
    bookingId: hold.bookingId,
    passengers: hold.party.map((held, place) => ({
      type: held.type,
      surname: 'Petrov',
      given: `Elena ${'ABCDEFGHI'[place]}`,
      title: 'MS',
      birthDate: null,
      with: null,
    })),
    contact: { phone: '+1 212 555 0148', email: '', askedBy: 'Elena Petrov' },
    tenders: [{ kind: 'cash', amount: hold.total, given: hold.total }],
    ...more,
  };
}

export function value<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${reply.refusal.code} ${reply.refusal.message}`);
  return reply.value;
}

export const codeOf = (reply: Reply<unknown>): RefusalCode | 'ok' => (reply.ok ? 'ok' : reply.refusal.code);
