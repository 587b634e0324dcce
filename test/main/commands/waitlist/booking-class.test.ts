import { describe, expect, test } from 'vitest';
import type { Input } from '../../../../shared/contract.ts';
import type { PolicyRule } from '../../../../shared/pricing/policy.ts';
import { publishPolicy } from '../../support/publish-policy.ts';
import { ANA, codeOf, MERCY, value } from '../../support/test-hub.ts';
import { openFullCabin, party } from '../../support/waitlist-hub.ts';

/** Y keeps every seat from Q, because nothing is known of its demand. */
const CLASSES: PolicyRule[] = [
  {
    ...{ rule: 'bookingClasses', over: 'cabin', currency: 'USD' },
    cabins: {
      ...{ F: [], J: [], W: [] },
      Y: [
        { code: 'Y', fare: 300_00, mean: null, deviation: 0 },
        { code: 'Q', fare: 100_00, mean: null, deviation: 0 },
      ],
    },
    otherwise: { F: 400, J: 250, W: 150, Y: 100 },
  },
  { rule: 'rounding', to: 1, less: 0 },
];

/** The full cabin of four seats, in two classes of which Q is closed by those kept for Y. */
async function withClasses() {
  const store = await openFullCabin();
  const { hub, requestId, flight } = store;
  const publish = (rules: readonly PolicyRule[]) => publishPolicy(hub, requestId(), { kind: 'flight', flightId: flight.id }, rules, MERCY);
  await publish(CLASSES);
  const decide = (
    decision: Input<'pricing.overrideClass'>['decision'],
    basedOn: number,
    more: Partial<Input<'pricing.overrideClass'>> = {},
  ) =>
    hub.execute(
      'pricing.overrideClass',
      {
        ...{ requestId: requestId(), scope: { kind: 'flight', flightId: flight.id }, cabin: 'Y', code: 'Q' },
        ...{ decision, reason: 'a congress', basedOn, ...more },
      },
      MERCY,
    );
  return { ...store, publish, decide };
}

describe('a party that waits for a booking class', () => {
  test('is passed over while its class is closed, and is told so; a party for any class behind it gets the seat', async () => {
    const store = await withClasses();
    value(await store.join({ bookingClass: 'Q' }));
    value(await store.join({ name: 'HAGEN/NILS MR' }));
    await store.cancel(store.single);
    expect(Object.keys(await store.offers())).toEqual(['2']);
    await store.cancel(store.other);
    expect((await store.list()).entries[0]).toMatchObject({
      bookingClass: 'Q',
      why: { kind: 'class', code: 'Q', left: 0, byHand: false, party: 1 },
    });
    expect(await store.sound()).toBeUndefined();
  });

  test('is offered its seats in the step in which a supervisor opens the class, at the fare of the class', async () => {
    const store = await withClasses();
    value(await store.join({ bookingClass: 'Q', passengers: party(2) }));
    await store.cancel(store.pair);
    expect(await store.offers()).toEqual({});
    value(await store.decide('open', 0));
    const [{ offer } = {}] = (await store.list()).entries;
    expect(offer).toMatchObject({ seats: ['1D', '1E'], total: 200_00 });
    expect(await store.sound()).toBeUndefined();
  });

  test('is offered its seats when the class is opened in the batch in which it joined (the batch knew the class as closed)', async () => {
    const store = await withClasses();
    await store.cancel(store.single);
    const [joined, opened] = await Promise.all([store.join({ bookingClass: 'Q' }), store.decide('open', 0)]);
    expect([joined.ok, opened.ok]).toEqual([true, true]);
    expect(Object.keys(await store.offers())).toEqual(['1']);
    expect(await store.sound()).toBeUndefined();
  });

  test('is offered what comes free while the class is open', async () => {
    const store = await withClasses();
    value(await store.decide('open', 0));
    value(await store.join({ bookingClass: 'Q' }));
    await store.cancel(store.single);
    expect(Object.keys(await store.offers())).toEqual(['1']);
  });

  test('of a dearer class is offered what is kept for it, and pays its fare', async () => {
    const store = await withClasses();
    value(await store.join({ bookingClass: 'Y' }));
    await store.cancel(store.single);
    expect((await store.list()).entries[0]?.offer).toMatchObject({ total: 300_00 });
  });

  test('is told that a supervisor closed it, and that the prices have it no more', async () => {
    const store = await withClasses();
    value(await store.decide('closed', 0));
    value(await store.join({ bookingClass: 'Q' }));
    await store.cancel(store.single);
    expect(await store.whys()).toEqual([{ kind: 'class', code: 'Q', left: 0, byHand: true, party: 1 }]);
    await store.publish([
      { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
      { rule: 'rounding', to: 1, less: 0 },
    ]);
    expect(await store.whys()).toEqual([{ kind: 'class', code: 'Q', left: null, byHand: false, party: 1 }]);
    expect(await store.sound()).toBeUndefined();
  });

  test('is looked at when the class of its route is opened, and not when that of another is', async () => {
    const store = await withClasses();
    value(await store.join({ bookingClass: 'Q' }));
    await store.cancel(store.single);
    const { origin, destination } = store.flight;
    const day = new Date(store.flight.service_day * 86_400_000).toISOString().slice(0, 10);
    const route = (from: string, to: string) => ({ scope: { kind: 'route' as const, origin: from, destination: to, from: day, to: day } });
    await publishPolicy(store.hub, store.requestId(), { kind: 'network' }, CLASSES, MERCY);
    value(await store.decide('open', 0, route(destination, origin)));
    expect(await store.offers()).toEqual({});
    value(await store.decide('open', 0, route(origin, destination)));
    expect(Object.keys(await store.offers())).toEqual(['1']);
  });

  test('may not wait for a class that the flight does not have: those that it has are told', async () => {
    const store = await withClasses();
    const refused = await store.join({ bookingClass: 'Z' }, ANA);
    expect(codeOf(refused)).toBe('CLASS_UNKNOWN');
    expect(refused).toMatchObject({ refusal: { details: { code: 'Z', codes: ['Y', 'Q'] } } });
  });
});
