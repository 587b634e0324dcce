import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { HandDialog } from '../../../../renderer/admin/by-hand/hand-dialog.tsx';
import { useHand } from '../../../../renderer/admin/by-hand/hand-store.ts';
import type { SchedulePreview } from '../../../../shared/methods/schedule.ts';
import { accept, refuse } from '../../../../shared/refusals.ts';
import { seatMapAnswer } from '../../seats/seat-map-answer.ts';
import { FakeBridge } from '../../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../../support/open-console.ts';

const { flight } = seatMapAnswer();
const OF_FILE = inject('samples').admin.preview;
const counts = { ...OF_FILE.counts, legs: 1, flights: 1, added: 0, changed: 1, unchanged: 0, dropped: 0, refused: 0, bookingsTouched: 0 };
const touched = { bookings: [], more: 0, counts: [], unread: 0 };
const PREVIEW: SchedulePreview = {
  ...OF_FILE,
  ...{
    importId: 'by-hand-1',
    name: 'It leaves 11:30 instead of 10:00',
    format: 'hand',
    counts,
    touched,
    attention: [],
    problems: [],
    problemsMore: 0,
  },
};

let hub: FakeBridge;
beforeEach(() => {
  hub = new FakeBridge()
    .gives('schedule.byHand', PREVIEW)
    .gives('schedule.apply', { counts })
    .gives('schedule.cancel', {})
    .gives('schedule.handChanges', { changes: [] });
  openConsole(hub, OSEI);
  useHand.getState().open(flight);
});
afterEach(cleanup);

const show = () => render(<HandDialog />);
const reason = () => screen.getByRole('textbox', { name: 'Reason' });
const leaves = () => screen.getByRole('textbox', { name: `Leaves ${flight.origin}` });
async function askFor(departs: string): Promise<void> {
  show();
  await userEvent.clear(leaves());
  await userEvent.type(leaves(), departs);
  await userEvent.type(reason(), 'waits for a crew{Enter}{Enter}');
  await screen.findByText(PREVIEW.name);
}
const ctrlEnter = () => userEvent.keyboard('{Control>}{Enter}{/Control}');

test('a retime is asked once, whoever presses Enter twice, and is applied by Ctrl Enter alone, once', async () => {
  await askFor('1130');
  expect(hub.inputsOf('schedule.byHand')).toEqual([
    {
      change: { kind: 'retime', flightId: flight.flightId, departs: { time: '11:30', day: 0 }, arrives: null },
      reason: 'waits for a crew',
    },
  ]);
  await userEvent.keyboard('{Enter}');
  expect(hub.inputsOf('schedule.apply')).toEqual([]);
  await ctrlEnter();
  await ctrlEnter();
  expect(hub.inputsOf('schedule.apply')).toMatchObject([{ importId: 'by-hand-1' }]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(hub.inputsOf('schedule.cancel'), 'what was applied is not forgotten').toEqual([]);
});

test('a refusal keeps what was typed, and so does the way back from the preview', async () => {
  hub.answers('schedule.byHand', () => refuse('HAND_TIMES', { flight: 'QX 41', problem: 'it would have left already' }));
  show();
  await userEvent.type(reason(), 'a slot{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('it would have left already');
  hub.answers('schedule.byHand', () => accept(PREVIEW));
  await userEvent.type(reason(), '{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: 'Back to the form' }));
  expect(reason()).toHaveProperty('value', 'a slot');
  expect(hub.inputsOf('schedule.cancel')).toEqual([{ importId: 'by-hand-1' }]);
});

test('a preview that is old is made again, and nothing is applied by it', async () => {
  hub.answers('schedule.apply', () => refuse('IMPORT_STALE'));
  await askFor('1130');
  await ctrlEnter();
  expect((await screen.findByText('The schedule changed after this preview.')).isConnected).toBe(true);
  await ctrlEnter();
  expect(hub.inputsOf('schedule.apply')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Make a new preview' }));
  await waitFor(() => expect(hub.inputsOf('schedule.byHand')).toHaveLength(2));
});

test.each([
  ['Leaves', '25:00'],
  ['Leaves', '10:00+2'],
])('%s %s is not sent', async (_, typed) => {
  show();
  await userEvent.clear(leaves());
  await userEvent.type(leaves(), typed);
  await userEvent.type(reason(), 'as planned{Enter}');
  expect(screen.getByText(/^A local time, such as/)).toBeTruthy();
  expect(hub.inputsOf('schedule.byHand')).toEqual([]);
});

test('a new flight is asked for with its suffix and the numbers of others, by the keyboard alone; a number that is none is said beside its field', async () => {
  useHand.getState().open('new');
  show();
  screen.getByRole('textbox', { name: 'Flight' }).focus();
  // Field by field, the last of them the numbers of others.
  for (const text of ['qx 41a', 'jfk', 'lax', '24NOV26', '', '', '1800', '2100', '738', '', '', '']) {
    if (text) await userEvent.keyboard(text);
    await userEvent.tab();
  }
  await userEvent.keyboard('QY 5561, Quoll');
  await userEvent.tab();
  await userEvent.keyboard('a congress{Enter}');
  expect(screen.getByText('Up to 20 numbers with commas, such as LH 9123, UA 4455.')).toBeTruthy();
  expect(hub.inputsOf('schedule.byHand')).toEqual([]);
  const soldAs = screen.getByRole('textbox', { name: 'Also sold as' });
  await userEvent.clear(soldAs);
  await userEvent.type(soldAs, 'qy 5561, qz 7b{Enter}{Enter}');
  await screen.findByText(PREVIEW.name);
  const numbers = [
    { carrier: 'QY', number: 5561, suffix: '' },
    { carrier: 'QZ', number: 7, suffix: 'B' },
  ];
  expect(hub.inputsOf('schedule.byHand')).toMatchObject([
    { change: { kind: 'schedule', carrier: 'QX', number: 41, suffix: 'A', soldAs: numbers }, reason: 'a congress' },
  ]);
});

test('nothing is sent without a reason', async () => {
  show();
  await userEvent.type(reason(), 'no{Enter}');
  expect(screen.getByText('Say why, in three letters or more.')).toBeTruthy();
  expect(hub.inputsOf('schedule.byHand')).toEqual([]);
});

test('a flight that is cancelled can only fly again', async () => {
  useHand.getState().open({ ...flight, cancelled: true });
  show();
  await userEvent.type(reason(), 'a crew was found{Enter}');
  await screen.findByText(PREVIEW.name);
  expect(hub.inputsOf('schedule.byHand')).toMatchObject([{ change: { kind: 'flyAgain' } }]);
});

test('Esc leads from the preview to what was typed, and the next one closes (the first lost all of it); a screen that goes takes the dialog with it', async () => {
  await askFor('1130');
  await userEvent.keyboard('{Escape}');
  expect(hub.inputsOf('schedule.cancel')).toEqual([{ importId: 'by-hand-1' }]);
  expect(leaves()).toHaveProperty('value', '1130');
  await waitFor(() => expect(document.activeElement, 'the keyboard was left to the page').toBe(leaves()));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(hub.inputsOf('schedule.cancel')).toHaveLength(1);
  cleanup();
  useHand.getState().open(flight);
  show().unmount();
  expect(useHand.getState().about).toBeNull();
});

test('an agent is told that a supervisor does this', () => {
  openConsole(hub, RUIZ);
  useHand.getState().open(flight);
  show();
  expect(screen.getByText('A supervisor changes the schedule by hand.')).toBeTruthy();
});
