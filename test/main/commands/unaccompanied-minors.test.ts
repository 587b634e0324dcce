import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../main/actor.ts';
import type { HubCall } from '../../../main/hub/hub-methods.ts';
import { Payments } from '../../../main/payment/take-payment.ts';
import { withSupervisor } from '../../../main/payment/with-supervisor.ts';
import { hashPin } from '../../../main/sessions/pin-hash.ts';
import { PinTries } from '../../../main/sessions/pin-tries.ts';
import { storeUsers } from '../../../main/sessions/store-users.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Input } from '../../../shared/contract.ts';
import { ANA, type Confirm, codeOf, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

const CHILD = { type: 'CHD', infant: false, assistance: false } as const;
const MIA: Confirm['passengers'][number] = {
  ...{ type: 'CHD', surname: 'Petrov', given: 'Mia', title: '', birthDate: '2018-03-12', with: null },
};

/** A child alone is held; what the desk sends is what the console sends. */
async function open() {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const users = storeUsers(store.hub);
  for (const [user, role] of [
    ['osei', 'supervisor'],
    ['ruiz', 'agent'],
  ] as const)
    value(
      await users.add({ user, display: user, role, pinHash: await hashPin('481516', user, `pin-of-${user}`) }, MERCY, store.requestId()),
    );
  const held = value(await store.hold(flight.id, ['15A'], { passengers: [CHILD] }));
  const pins = new PinTries({ users, hub: store.hub });
  const payments = new Payments({ hub: store.hub, terminal: undefined, wait: async () => undefined });
  const confirm = withSupervisor((call, yes) => pins.supervisor(call, yes), payments.confirm);
  const call = (actor: Actor) =>
    ({ actor, session: undefined, connection: { caller: { address: 'here', console: 1 } } }) as unknown as HubCall;
  return {
    ...store,
    held,
    confirm: (minors?: Input<'bookings.confirm'>['minors'], passenger = MIA, actor = ANA) =>
      confirm(call(actor), { requestId: store.requestId(), ...sale(held, { passengers: [passenger] }), ...(minors ? { minors } : {}) }),
  };
}

describe('a child who travels alone, who was sold without a word before', () => {
  test.each<[string, Input<'bookings.confirm'>['minors'], string]>([
    ['without a yes', undefined, 'MINOR_ALONE'],
    ['an agent says yes', 'own', 'ROLE_REQUIRED'],
    ['an agent says yes by PIN', { user: 'ruiz', pin: '481516' }, 'ROLE_REQUIRED'],
    ['a wrong PIN', { user: 'osei', pin: '481517' }, 'SIGN_IN_REFUSED'],
    ['a supervisor nobody knows', { user: 'nobody', pin: '481516' }, 'SIGN_IN_REFUSED'],
    ['a supervisor says yes by PIN', { user: 'osei', pin: '481516' }, 'ok'],
  ])('%s: %s', async (_what, minors, code) => {
    const store = await open();
    expect(codeOf(await store.confirm(minors))).toBe(code);
  });

  test('is marked on the booking and in the journal, and no PIN is kept', async () => {
    const store = await open();
    const sold = value(await store.confirm({ user: 'osei', pin: '481516' }));
    expect(sold.minorsBy).toBe('osei');
    const { booking } = value(await store.hub.ask('bookings.get', { bookingId: sold.bookingId }, ANA));
    expect(booking.minorsBy).toBe('osei');
    const notes = await store.db.query<{ data: string }>("SELECT data FROM journal WHERE type = 'booking.confirmed'").all();
    expect(notes[0]?.data).toContain('unaccompanied minor, yes by osei');
    for (const table of ['journal', 'replies', 'bookings'])
      expect(JSON.stringify(await store.db.query<object>(`SELECT * FROM ${table}`).all())).not.toContain('481516');
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('is marked by passenger on the booking and in the list of its flight (the mark stood at the head of the booking alone)', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    value(await store.hub.execute('settings.set', { requestId: store.requestId(), name: 'minorUnderYears', value: 10 }, MERCY));
    const held = value(await store.hold(flight.id, ['15A', '15B'], { passengers: [CHILD, CHILD] }));
    const passengers = [{ ...MIA, given: 'Ana', birthDate: '2015-05-01' }, MIA];
    const input = { ...sale(held, { passengers }), minorsBy: 'osei', approved: [] };
    const sold = value(await store.hub.change('payments.confirm', input, ANA, store.requestId()));
    expect(sold.passengers.map(({ unaccompanied }) => unaccompanied)).toEqual([undefined, true]);
    const { booking } = value(await store.hub.ask('bookings.get', { bookingId: held.bookingId }, ANA));
    expect(booking.passengers).toEqual(sold.passengers);
    const anyOf = [{ by: 'flight', carrier: flight.carrier, number: flight.number, date: booking.legs[0]?.date ?? null }] as const;
    const { bookings } = value(await store.hub.ask('bookings.find', { anyOf: [...anyOf] }, ANA));
    expect(bookings.map(({ passengers: all, minors }) => [all, minors])).toEqual([[2, 1]]);
    expect(await crossCheck(store.db)).toBeUndefined();
  });

  test('needs no PIN at the desk of a supervisor, who says yes all the same', async () => {
    const store = await open();
    const call = { ...MERCY, desk: ANA.desk };
    expect(codeOf(await store.confirm(undefined, MIA, call))).toBe('MINOR_ALONE');
    expect(value(await store.confirm('own', MIA, call)).minorsBy).toBe('osei');
  });

  test('under 5 stays at home whoever says yes, and the ages are settings', async () => {
    const store = await open();
    const four = { ...MIA, birthDate: '2022-06-01' };
    expect(codeOf(await store.confirm({ user: 'osei', pin: '481516' }, four))).toBe('CHILD_ALONE');
    value(await store.hub.execute('settings.set', { requestId: store.requestId(), name: 'aloneFromYears', value: 4 }, MERCY));
    expect(codeOf(await store.confirm({ user: 'osei', pin: '481516' }, four))).toBe('ok');
  });
});

test('an infant in a seat of its own is not held without an adult', async () => {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const infant = { type: 'INS', infant: false, assistance: false } as const;
  expect(codeOf(await store.hold(flight.id, ['15A'], { passengers: [infant] }))).toBe('INFANT_ALONE');
  expect(codeOf(await store.hold(flight.id, ['15A', '15B'], { passengers: [infant, CHILD] }))).toBe('INFANT_ALONE');
  expect(codeOf(await store.hold(flight.id, ['15A', '15B'], { passengers: [{ ...CHILD, type: 'ADT' }, infant] }))).toBe('ok');
});
