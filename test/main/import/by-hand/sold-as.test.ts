import { describe, expect, it } from 'vitest';
import type { HandChange, NewFlight } from '../../../../shared/methods/hand-changes.ts';
import { applied, DAY, flight, KEPT } from '../../support/staged-schedule.ts';
import { ANA, codeOf, value } from '../../support/test-hub.ts';
import { openHandDesk, SCHEDULE } from './hand-desk.ts';

const NEW: NewFlight = {
  ...{ kind: 'schedule', carrier: 'QX', number: 91, suffix: '', origin: 'JFK', destination: 'LAX', from: '2026-11-23', to: '2026-11-24' },
  ...{ days: '1234567', departs: '10:00', arrives: { time: '13:30', day: null }, equipment: '738', configuration: '' },
  ...{ fare: null, currency: 'USD', soldAs: [] },
};
const scheduled = (more: Partial<NewFlight> = {}): HandChange => ({ ...NEW, ...more });
const numbered = (carrier: string, number: number, suffix = '') => ({ carrier, number, suffix });
const QY_5561 = numbered('QY', 5561);
type Desk = Awaited<ReturnType<typeof openHandDesk>>;

/** What a number leads to on the first of the days. */
const find = async ({ hub }: Desk, carrier: string, number: number, date = '2026-11-23') =>
  value(await hub.ask('flights.find', { carrier, number, date }, ANA)).flights.map(({ flight: called, marketedAs, cancelled }) =>
    [called, ...(marketedAs ?? []), ...(cancelled ? ['cancelled'] : [])].join(' '),
  );
/** What a refusal says. */
const said = (reply: Awaited<ReturnType<Desk['preview']>>): string => (reply.ok ? 'ok' : `${reply.refusal.message} ${reply.refusal.next}`);

describe('a second flight of a number on one day', () => {
  it('is refused, and the words say that a suffix tells them apart; with one it is another flight', async () => {
    const desk = await openHandDesk();
    const second = { number: 41, to: '2026-11-23', departs: '18:00', arrives: { time: '21:00', day: null } };
    expect(said(await desk.preview(scheduled(second)))).toBe(
      'QX 41 from JFK of 23 Nov 2026 is in the schedule already. ' +
        'Open that flight and change it or let it fly again. A second one of that day needs an operational suffix, such as QX 41A.',
    );
    await desk.make(scheduled({ ...second, suffix: 'A' }));
    expect(await find(desk, 'QX', 41)).toEqual(['QX 41', 'QX 41A']);
    expect(said(await desk.preview(scheduled({ ...second, suffix: 'A' })))).toContain('such as QX 41B.');
    // As a file that has both: neither is changed, and neither takes the place of the other.
    const [first] = SCHEDULE;
    const both = [...SCHEDULE, { ...flight(41), ...first, suffix: 'A' }];
    expect(await applied(desk, both, KEPT, 'import-0002')).toMatchObject({ added: 0, changed: 1, unchanged: 4, dropped: 0 });
  });
});

describe('a new flight that others sell too', () => {
  it('is found by their numbers on each of its days, is one inventory, and the preview and its history say so', async () => {
    const desk = await openHandDesk();
    const preview = value(await desk.preview(scheduled({ soldAs: [QY_5561, numbered('QZ', 7, 'B'), QY_5561] })));
    expect(preview.name).toBe('QX 91 of 2026-11-23: JFK – LAX scheduled, 2 flights, also sold as QY 5561, QZ 7B');
    expect(await find(desk, 'QY', 5561)).toEqual([]);
    value(await desk.apply(preview.importId));
    for (const date of ['2026-11-23', '2026-11-24']) {
      expect(await find(desk, 'QX', 91, date)).toEqual(['QX 91 QY 5561 QZ 7B']);
      expect(await find(desk, 'QY', 5561, date)).toEqual(['QX 91 QY 5561 QZ 7B']);
    }
    expect(await desk.db.column<number>("SELECT count(*) FROM flights WHERE carrier <> 'QX'").get()).toBe(0);
    expect(await desk.db.column<number>('SELECT count(*) FROM staged_codeshares').get()).toBe(0);
    // A file of its carrier that says nothing of them counts, as it does of all else.
    await applied(desk, [...SCHEDULE, flight(91)], KEPT, 'import-0002');
    expect(await find(desk, 'QX', 91)).toEqual(['QX 91']);
  });

  it('leaves nothing behind when the preview is left', async () => {
    const desk = await openHandDesk();
    const { importId } = value(await desk.preview(scheduled({ soldAs: [QY_5561] })));
    value(await desk.methods['schedule.cancel'](desk.call, { importId }));
    expect(await desk.db.column<number>('SELECT count(*) FROM staged_codeshares').get()).toBe(0);
    await desk.make(scheduled());
    expect(await find(desk, 'QX', 91)).toEqual(['QX 91']);
  });
});

/** QY 5561 from JFK is sold on QX 41 on the 23rd, as the flying carrier says or as the selling one does; QY 8 flies itself. */
async function shared(told: 'operating' | 'marketing') {
  const desk = await openHandDesk();
  const codeshares = ['QY', 5561, '', 'JFK', DAY, told, 0, 'QX', 41, '', DAY];
  const flies = flight(8, { carrier: 'QY' });
  await applied(desk, [...SCHEDULE, flies], { ...KEPT, scopes: [], codeshares }, 'import-0002');
  return desk;
}

describe.each(['operating', 'marketing'] as const)('one aircraft is not sold twice, as the %s carrier told', (told) => {
  it.each<[string, Partial<NewFlight>, string]>([
    [
      'its number is sold on another flight',
      { carrier: 'QY', number: 5561 },
      'QY 5561 from JFK of 23 Nov 2026 is sold on QX 41, and one aircraft is not sold twice. Sell it on QX 41, or choose another number.',
    ],
    [
      'a number of others is sold on another flight',
      { soldAs: [QY_5561] },
      'QX 91 cannot be sold as QY 5561 too: on 2026-11-23 it is sold on QX 41. Leave that number out, or change its flight first.',
    ],
    [
      'a number of others is a flight',
      { soldAs: [numbered('QY', 8)] },
      'QX 91 cannot be sold as QY 8 too: on 2026-11-23 it is a flight of its own. Leave that number out, or change its flight first.',
    ],
    [
      'its own number',
      { soldAs: [numbered('QX', 91)] },
      'QX 91 cannot be sold as QX 91 too: it is its own number. Leave that number out, or change its flight first.',
    ],
    ['on another day', { carrier: 'QY', number: 5561, from: '2026-11-24' }, 'ok'],
    ['from another airport', { carrier: 'QY', number: 5561, origin: 'LAX', destination: 'JFK' }, 'ok'],
    ['with a suffix', { carrier: 'QY', number: 5561, suffix: 'A' }, 'ok'],
    ['a number of others on another day', { from: '2026-11-24', soldAs: [QY_5561, numbered('QY', 8)] }, 'ok'],
  ])('%s', async (_, more, words) => {
    const desk = await shared(told);
    expect(said(await desk.preview(scheduled(more)))).toBe(words);
    if (words !== 'ok')
      expect([await desk.staged(), await desk.db.column<number>('SELECT count(*) FROM staged_codeshares').get()]).toEqual([0, 0]);
  });
});

it('a leg that was cancelled flies no more once it is sold on another flight', async () => {
  const desk = await openHandDesk();
  await applied(desk, [...SCHEDULE, flight(5561, { carrier: 'QY' })], { ...KEPT, scopes: [] }, 'import-0002');
  const id = (await desk.db.column<number>("SELECT id FROM flights WHERE carrier = 'QY'").get()) ?? 0;
  await desk.make({ kind: 'cancel', flightId: id, allLegs: false });
  const codeshares = ['QY', 5561, '', 'JFK', DAY, 'operating', 0, 'QX', 41, '', DAY];
  await applied(desk, SCHEDULE, { ...KEPT, codeshares }, 'import-0003');
  expect(codeOf(await desk.preview({ kind: 'flyAgain', flightId: id }))).toBe('HAND_MARKETED');
});
