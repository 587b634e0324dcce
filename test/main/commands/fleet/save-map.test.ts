import { expect, test } from 'vitest';
import { FLEET_SEATS_MAX } from '../../../../shared/bounds.ts';
import type { FleetDraft } from '../../../../shared/methods/fleet.ts';
import { draft320, rowsOf } from '../../support/fleet-drafts.ts';
import { codeOf, MERCY, openTestHub, value } from '../../support/test-hub.ts';

async function fleet() {
  const core = await openTestHub();
  return {
    ...core,
    save: (draft: FleetDraft, basedOn = 0) =>
      core.hub.execute('fleet.save', { requestId: core.requestId(), draft, basedOn, reason: 'drawn after a retrofit' }, MERCY),
    list: async () => value(await core.hub.ask('fleet.list', {}, MERCY)).maps,
  };
}

test('a draft is kept as version 1, with its seats, who saved it and why; then as version 2, and version 1 stays as it was', async () => {
  const { hub, save, list, clock } = await fleet();
  const first = value(await save(draft320()));
  clock.advance(60_000);
  const second = value(await save(draft320({ rows: rowsOf('Y', 1, 29, 'ABC DEF') }), 1));
  expect([first.version, second.version]).toEqual([1, 2]);
  expect(second.id).not.toBe(first.id);
  expect((await list()).filter(({ source }) => source === 'own')).toMatchObject([
    { id: second.id, carrier: 'B6', equipment: ['320'], configuration: 'Y178', counts: { Y: 174 }, seats: 174, flights: 0, turn: null },
    { id: first.id, seats: 178, saved: { version: 1, user: MERCY.user, reason: 'drawn after a retrofit' } },
  ]);
  const { about, map, versions } = value(await hub.ask('fleet.map', { id: first.id }, MERCY));
  expect(about.saved?.version).toBe(1);
  expect(map).toMatchObject({ id: first.id, name: 'A320 of JetBlue', equipment: ['320'], rows: draft320().rows });
  expect(versions.map(({ saved }) => saved?.version)).toEqual([2, 1]);
});

test('maps that ship with Aisle are listed with the flights to come that have them, by carrier', async () => {
  const { addFlight, list, hub, clock } = await fleet();
  await addFlight();
  await addFlight({ carrier: 'NK' });
  await addFlight({ cancelled: 1 });
  await addFlight({ departs_at: clock.now() - 1 });
  const a320 = (await list()).find(({ id }) => id === 'a320');
  const carriers = [
    { carrier: 'B6', flights: 1 },
    { carrier: 'NK', flights: 1 },
  ];
  expect(a320).toMatchObject({ source: 'shipped', configuration: 'Y178', flights: 2, carriers, saved: null });
  expect(codeOf(await hub.ask('fleet.map', { id: 'own-0123' }, MERCY))).toBe('FLEET_UNKNOWN');
});

test('who did not see the newest version is told who saved it; what is not another map is not kept', async () => {
  const { save } = await fleet();
  value(await save(draft320()));
  const late = await save(draft320({ name: 'Another' }));
  expect(late).toMatchObject({ ok: false, refusal: { code: 'FLEET_CHANGED', details: { version: 1, user: MERCY.user } } });
  expect(codeOf(await save(draft320(), 1))).toBe('FLEET_SAME');
  expect(codeOf(await save(draft320(), 2))).toBe('FLEET_CHANGED');
  expect(codeOf(await save(draft320({ carrier: null })))).toBe('ok');
});

const FAULTS: readonly [string, Partial<FleetDraft>, RegExp, number | null][] = [
  ['no rows', { rows: [] }, /no rows/, null],
  ['a row twice', { rows: [...rowsOf('Y', 1, 20, 'ABC DEF'), ...rowsOf('Y', 20, 21, 'ABC DEF')] }, /row 20 follows row 20/, 20],
  ['rows that fall', { rows: [...rowsOf('Y', 10, 18, 'ABC DEF'), ...rowsOf('Y', 2, 3, 'ABC DEF')] }, /rise from nose/, 2],
  [
    'a cabin that begins again',
    { rows: [...rowsOf('Y', 1, 12, 'ABC DEF'), ...rowsOf('J', 13, 13, 'AC DF'), ...rowsOf('Y', 14, 20, 'ABC DEF')] },
    /begins again/,
    14,
  ],
  ['letters that fall', { rows: rowsOf('Y', 1, 20, 'ABC DEF', { 4: { layout: 'ACB DEF' } }) }, /letters rise/, 4],
  ['a letter twice', { rows: rowsOf('Y', 1, 20, 'ABC DEF', { 4: { layout: 'ABB DEF' } }) }, /letters rise/, 4],
  [
    'another number of aisles',
    { rows: rowsOf('Y', 1, 20, 'ABC DEF', { 4: { layout: 'AB CD EF' } }) },
    /2 aisles and the first row has 1/,
    4,
  ],
  ['a row of an aisle alone', { rows: rowsOf('Y', 1, 20, 'ABC DEF', { 4: { layout: ' ' } }) }, /no seats/, 4],
  [
    'codes for a seat that there is not',
    { rows: rowsOf('Y', 1, 20, 'ABC DEF', { 4: { seats: { K: ['L'] } } }) },
    /codes are given for K/,
    4,
  ],
  ['a fixture before a row that there is not', { fixtures: [{ kind: 'lavatory', before: 31, block: 0 }] }, /before row 31/, null],
  ['a fixture in a block that there is not', { fixtures: [{ kind: 'lavatory', before: 3, block: 2 }] }, /blocks are 0 to 1/, 3],
  ['a wing that is nowhere', { wing: { from: 18, to: 10 } }, /the wing reaches/, null],
  [
    'nothing to sell',
    { rows: rowsOf('Y', 10, 18, 'A', { ...all(10, 18, { seats: { A: ['8'] } }) }), fixtures: [] },
    /no seat can be sold/,
    null,
  ],
  ['more seats than the file says', { configuration: 'Y177' }, /economy has 178 seats, Y177 has 177/, null],
  ['a cabin that the file does not say', { configuration: 'J178' }, /economy has 178 seats, J178 has 0/, null],
  [
    'too many seats',
    { configuration: 'Y999', rows: rowsOf('Y', 1, 99, 'ABCDE FGHJK') },
    new RegExp(`has at most ${FLEET_SEATS_MAX}`),
    null,
  ],
  ['an aircraft that carries nobody', { equipment: 'XYZ' }, /called XYZ/, null],
];

function all(from: number, to: number, more: Partial<FleetDraft['rows'][number]>) {
  return Object.fromEntries(Array.from({ length: to - from + 1 }, (_, at) => [from + at, more]));
}

test.each(FAULTS)('%s is a fault that is named, and nothing is kept', async (_, more, says, row) => {
  const { save, list } = await fleet();
  const reply = await save(draft320(more));
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'FLEET_DRAFT' } });
  if (reply.ok) return;
  const faults = reply.refusal.details.faults as { row: number | null; problem: string }[];
  const found = faults.find(({ problem }) => says.test(problem));
  expect(found, JSON.stringify(faults)).toBeDefined();
  expect(found?.row).toBe(row);
  expect(reply.refusal.message).toContain(faults[0]?.problem);
  expect((await list()).some(({ source }) => source === 'own')).toBe(false);
});
