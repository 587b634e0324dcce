import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AdminScreen } from '../../../../renderer/admin/admin-screen.tsx';
import { useDraft } from '../../../../renderer/admin/fleet/draft-store.ts';
import { useFleet } from '../../../../renderer/admin/fleet/fleet-store.ts';
import { accept, refuse } from '../../../../shared/refusals.ts';
import type { SeatMap } from '../../../../shared/seat-map.ts';
import { ACTED } from '../../support/acted.ts';
import { FakeBridge } from '../../support/fake-bridge.ts';
import { OSEI, openConsole } from '../../support/open-console.ts';
import { OWN, PREVIEW, SHIPPED, wholeMap } from './fleet-maps.ts';
import { SMALL } from './small-map.ts';

let hub: FakeBridge;
beforeEach(() => {
  let maps = [OWN, SHIPPED];
  hub = new FakeBridge()
    .answers('fleet.list', () => accept({ maps }))
    .answers('fleet.map', ({ id }) => accept(wholeMap(maps.find((map) => map.id === id) ?? SHIPPED)))
    .answers('fleet.save', ({ draft: { carrier, equipment, configuration, name }, basedOn, reason }) => {
      const version = basedOn + 1;
      const saved = { version, reason, user: 'osei', at: 1_795_000_000_000 };
      maps = [{ ...OWN, id: 'own-3', carrier, equipment: [equipment], configuration, name, saved, turn: null, flights: 0 }, ...maps];
      return accept({ id: 'own-3', version });
    })
    .gives('fleet.preview', PREVIEW)
    .answers('fleet.takeOver', ({ id, from, until, onlyUnsold, reason }) =>
      accept({
        turn: { number: 2, mapId: id, from, until, onlyUnsold, reason, user: 'osei', at: 1_795_000_000_000 },
        ...{ flights: 31, kept: 0, seated: 1, unseated: 1 },
      }),
    );
  openConsole(hub, OSEI);
});
afterEach(() => {
  cleanup();
  useDraft.setState({ draft: null });
  useFleet.setState({ maps: null, chosen: null, shown: null, against: null, refusal: null });
});

const show = async () => {
  render(<AdminScreen screen={{ name: 'admin', tab: 'fleet' }} />);
  return within(await screen.findByRole('table', { name: 'Seat maps' }));
};
const seat = (name: RegExp) => screen.getByRole('gridcell', { name });
/** The draft as the hub was last asked about it. */
const lastDraft = () => {
  const map = hub.inputsOf('fleet.preview').at(-1)?.map;
  return map && 'draft' in map ? map.draft : undefined;
};
const rowOf = (rows: SeatMap['rows'] | undefined, row: number) => rows?.find((each) => each.row === row);

test('maps are found by type, carrier and configuration, and the one that is walked to is shown', async () => {
  const person = userEvent.setup();
  const list = await show();
  expect(list.getByRole('button', { name: 'UA 319 J8Y18' }).closest('tr')?.textContent).toBe('319UA J8Y18201OCT217');
  await person.type(screen.getByRole('textbox', { name: 'Type, carrier or configuration' }), 'vx j8{Enter}');
  expect(list.queryByRole('button', { name: /^UA 319/ })).toBeNull();
  expect(document.activeElement).toBe(list.getByRole('button', { name: '320 J8Y18' }));
  expect(await screen.findByRole('heading', { name: '320 J8Y18' })).toBeTruthy();
  expect(screen.getByText('204 flights to come')).toBeTruthy();
  await person.type(screen.getByRole('textbox', { name: 'Type, carrier or configuration' }), '77');
  expect(screen.getByText('No map is of \u201cvx j877\u201d.')).toBeTruthy();
});

test('a new version is drawn by keyboard alone, and takes over with who loses a seat in sight', async () => {
  const person = userEvent.setup();
  const list = await show();
  list.getByRole('button', { name: 'UA 319 J8Y18' }).focus();
  await person.keyboard(`e${ACTED}`);
  expect(await screen.findByText('draft v3, row 1')).toBeTruthy();
  seat(/^6 F/).focus();
  await person.pointer({ keys: '[MouseLeft]', target: seat(/^6 F/) });
  await person.keyboard(`{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Delete}v${ACTED}`);
  await waitFor(() => expect(rowOf(lastDraft()?.rows, 6)?.layout).toBe('ABC '));
  await waitFor(() => expect(lastDraft()?.fixtures).toContainEqual({ kind: 'lavatory', before: 6, block: 1 }));
  expect(screen.getByText('The file says J8Y18. This map flies as J8Y15.')).toBeTruthy();
  const losers = within(await screen.findByRole('table', { name: 'Who loses a seat' }));
  expect(losers.getByRole('row', { name: 'FELDMAN/RUTH MRS UA 670 12DEC 6D 5D, a row ahead' })).toBeTruthy();
  expect(losers.getByRole('row', { name: 'ABBOTT/LEE MR UA 670 12DEC 6E none, full' })).toBeTruthy();
  await person.type(screen.getByRole('textbox', { name: 'Takes over from' }), '12DEC26');
  await person.type(screen.getByRole('textbox', { name: 'Reason' }), 'accessible lavatory');
  await waitFor(() => expect(hub.inputsOf('fleet.preview').at(-1)).toMatchObject({ from: '2026-12-12', until: null }));
  await waitFor(() => expect(screen.getByRole('button', { name: /^Take over/ }).hasAttribute('disabled')).toBe(false));
  await person.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(hub.inputsOf('fleet.takeOver')).toHaveLength(1));
  expect(hub.inputsOf('fleet.save')).toMatchObject([
    { basedOn: 2, reason: 'accessible lavatory', draft: { carrier: 'UA', equipment: '319' } },
  ]);
  expect(hub.inputsOf('fleet.takeOver')).toMatchObject([
    { id: 'own-3', from: '2026-12-12', seen: PREVIEW.seen, reason: 'accessible lavatory' },
  ]);
  await waitFor(() => expect(useDraft.getState().draft).toBeNull());
});

test('Ctrl Z takes an edit back, and an edit that cannot be says why', async () => {
  const person = userEvent.setup();
  const list = await show();
  list.getByRole('button', { name: 'UA 319 J8Y18' }).focus();
  await person.keyboard(`e${ACTED}`);
  await screen.findByText('draft v3, row 1');
  await person.pointer({ keys: '[MouseLeft]', target: seat(/^5 A/) });
  await person.keyboard(`l${ACTED}`);
  expect(seat(/^5 A/).getAttribute('aria-label')).toBe('5 A, economy, window, extra legroom, changed');
  await person.keyboard('{Control>}z{/Control}');
  expect(seat(/^5 A/).getAttribute('aria-label')).toBe('5 A, economy, window');
  await person.keyboard('{Enter}');
  const layout = await screen.findByRole('textbox', { name: 'Layout, port to starboard' });
  await person.clear(layout);
  await person.type(layout, 'ab cd ef{Enter}');
  expect(screen.getByText('Every row of this map has 1 aisle. Select all rows to change that.')).toBeTruthy();
  await person.clear(layout);
  await person.type(layout, 'ab def{Enter}');
  expect(useDraft.getState().draft?.editor.map.rows[3]?.layout).toBe('AB DEF');
  expect(document.activeElement).toBe(seat(/^5 A/));
});

test('a letter in the list is no tool', async () => {
  const person = userEvent.setup();
  const list = await show();
  list.getByRole('button', { name: 'UA 319 J8Y18' }).focus();
  await person.keyboard(`e${ACTED}`);
  await screen.findByText('draft v3, row 1');
  list.getByRole('button', { name: 'UA 319 J8Y18' }).focus();
  await person.keyboard(`x${ACTED}`);
  expect(useDraft.getState().draft?.editor.past).toEqual([]);
});

test('E draws the map that was chosen, also while its seats are still on the way (a fast hand drew the one before, out of sight)', async () => {
  const person = userEvent.setup();
  await show();
  await screen.findByRole('heading', { name: 'UA 319 J8Y18' });
  const slow = Promise.withResolvers<void>();
  hub.answers('fleet.map', ({ id }) => slow.promise.then(() => accept(wholeMap(id === OWN.id ? OWN : SHIPPED))));
  await person.type(screen.getByRole('textbox', { name: 'Type, carrier or configuration' }), 'vx j8{Enter}');
  await person.keyboard(`e${ACTED}`);
  expect(useDraft.getState().draft).toBeNull();
  slow.resolve();
  expect(await screen.findByText('draft v1, row 1')).toBeTruthy();
  expect(screen.getByRole('heading', { name: '320 J8Y18' })).toBeTruthy();
});

test('Ctrl Enter without a reason leads to the field for it (the field was out of sight, and the key seemed dead)', async () => {
  const person = userEvent.setup();
  const list = await show();
  list.getByRole('button', { name: 'UA 319 J8Y18' }).focus();
  await person.keyboard(`e${ACTED}`);
  await screen.findByText('draft v3, row 1');
  await person.keyboard('{Control>}{Enter}{/Control}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Reason' }));
  expect(screen.getByText('Say why, in three letters or more.')).toBeTruthy();
  expect(hub.inputsOf('fleet.takeOver')).toEqual([]);
});

test('a version that somebody else saved meanwhile is told, and the draft stays', async () => {
  const person = userEvent.setup();
  hub.answers('fleet.save', () => refuse('FLEET_CHANGED', { version: 3, id: 'own-3', user: 'novak' }));
  const list = await show();
  list.getByRole('button', { name: 'UA 319 J8Y18' }).focus();
  await person.keyboard(`e${ACTED}`);
  await screen.findByText('draft v3, row 1');
  await person.type(screen.getByRole('textbox', { name: 'Reason' }), 'more legroom');
  await person.click(screen.getByRole('button', { name: 'Save as v3' }));
  expect(await screen.findByText('novak saved version 3 of this map in the meantime.')).toBeTruthy();
  expect(useDraft.getState().draft).not.toBeNull();
});

test('it does not take over when others would lose a seat than those who were seen', async () => {
  const person = userEvent.setup();
  hub.answers('fleet.preview', ({ map }) =>
    accept('id' in map && map.id === 'own-3' ? { ...PREVIEW, passengers: { lose: 3, seated: 2, unseated: 1 } } : PREVIEW),
  );
  const list = await show();
  list.getByRole('button', { name: 'UA 319 J8Y18' }).focus();
  await person.keyboard(`e${ACTED}`);
  await screen.findByRole('table', { name: 'Who loses a seat' });
  await person.type(screen.getByRole('textbox', { name: 'Reason' }), 'more legroom');
  await waitFor(() => expect(screen.getByRole('button', { name: /^Take over/ }).hasAttribute('disabled')).toBe(false));
  await person.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('The flights, or who loses a seat, changed after this preview.')).toBeTruthy();
  expect(await screen.findByText(/^3 in all: 2 have another seat/)).toBeTruthy();
  expect(hub.inputsOf('fleet.takeOver')).toEqual([]);
});

test('a file is read with every fault named, and a map without faults is drawn for what is typed', async () => {
  const person = userEvent.setup();
  const list = await show();
  list.getByRole('button', { name: 'UA 319 J8Y18' }).focus();
  await person.keyboard(`i${ACTED}`);
  const dialog = within(await screen.findByRole('dialog', { name: 'Import a seat map' }));
  hub.gives('fleet.read', { form: 'csv', draft: null, faults: [{ line: 3, row: 2, problem: 'the row has no seats' }] });
  await person.type(dialog.getByRole('textbox', { name: 'Or its text' }), 'row,cabin');
  await person.click(dialog.getByRole('button', { name: 'Read it' }));
  expect(await dialog.findByText('One fault. Correct the text and read it again.')).toBeTruthy();
  expect(dialog.getByText('line 3').parentElement?.textContent).toBe('line 3the row has no seats');
  const { deck, fixtures, wing, rows } = SMALL;
  hub.gives('fleet.read', {
    ...{ form: 'csv', faults: [] },
    draft: { name: null, carrier: null, equipment: null, configuration: null, deck, fixtures, wing, rows: rows.slice(0, 4) },
  });
  await person.click(dialog.getByRole('button', { name: 'Read it' }));
  const head = within(await screen.findByRole('dialog', { name: 'What the map is for' }));
  await person.type(head.getByRole('textbox', { name: 'Type' }), '32a');
  await person.type(head.getByRole('textbox', { name: 'Carrier' }), 'nk');
  await person.type(head.getByRole('textbox', { name: 'Configuration in schedule files' }), 'j8y12');
  await person.type(head.getByRole('textbox', { name: 'Name' }), 'NK A320');
  await person.click(head.getByRole('button', { name: 'Draw it' }));
  expect(await screen.findByRole('heading', { name: 'NK 32A J8Y12' })).toBeTruthy();
  await waitFor(() => expect(lastDraft()).toMatchObject({ carrier: 'NK', equipment: '32A', configuration: 'J8Y12', name: 'NK A320' }));
  expect(lastDraft()?.rows.map(({ row }) => row)).toEqual([1, 2, 4, 5]);
});

test('two maps are compared', async () => {
  const person = userEvent.setup();
  hub.answers('fleet.map', ({ id }) =>
    accept(id === 'a320' ? wholeMap(SHIPPED, { ...SMALL, id, rows: SMALL.rows.slice(0, 4), fixtures: [] }) : wholeMap(OWN)),
  );
  const list = await show();
  list.getByRole('button', { name: 'UA 319 J8Y18' }).focus();
  await screen.findByRole('heading', { name: 'UA 319 J8Y18' });
  await person.keyboard(`=${ACTED}{ArrowDown}`);
  const told = within(await screen.findByRole('table', { name: 'Against UA 319 J8Y18 v2' }));
  expect(told.getByRole('row', { name: '6 seats less 6A 6B 6C 6D 6E 6F' })).toBeTruthy();
});

test('a copy has the seats of the map that it was asked of, though the list is read anew meanwhile and shows another', async () => {
  const person = userEvent.setup();
  const made = { ...SHIPPED, id: 'made-7', name: 'made from counts', source: 'made' as const };
  const seats = { ...SMALL, id: made.id, rows: SMALL.rows.slice(0, 4), fixtures: [] };
  const map = ({ id }: { id: string }) => accept(id === made.id ? wholeMap(made, seats) : wholeMap(OWN));
  hub.answers('fleet.map', map).gives('fleet.list', { maps: [OWN, made] });
  const list = await show();
  list.getByRole('button', { name: '320 J8Y18' }).focus();
  await screen.findByRole('heading', { name: '320 J8Y18' });
  await person.keyboard(`y${ACTED}`);
  const dialog = within(await screen.findByRole('dialog', { name: 'Copy the seat map' }));
  // Its last flight has another map now.
  hub.gives('fleet.list', { maps: [OWN] });
  await act(() => useFleet.getState().load());
  await person.click(dialog.getByRole('button', { name: 'Draw the copy' }));
  await waitFor(() => expect(useDraft.getState().draft).not.toBeNull());
  expect(useDraft.getState().draft?.editor.map.rows).toHaveLength(4);
});
