import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useBridge as connect, feed } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { BlocksPanel } from '../../../renderer/seats/blocks/blocks-panel.tsx';
import { applySeatEvent, fromAnswer } from '../../../renderer/seats/seat-events.ts';
import { useSeats } from '../../../renderer/seats/seat-store.ts';
import { seatLabel } from '../../../renderer/seats/seat-words.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { assert } from '../../../shared/assert.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import type { SeatBlock } from '../../../shared/methods/seat-blocks.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { seatsOf } from '../../../shared/seat-map.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hubState, NOON, signedIn } from '../support/samples.ts';
import { seatMapAnswer } from './seat-map-answer.ts';

const FLIGHT = 7;
const at = (seat: string, code: SeatBlock['code'], more: Partial<SeatBlock> = {}): SeatBlock => ({
  ...{ seat, cabin: 'Y', code, remark: '', until: null, at: NOON - 3_600_000, user: 'osei', desk: 'T1-01', ...more },
});
const done = (seats: string[]) => accept({ flightId: FLIGHT, cabin: 'Y' as const, seats, authorised: 176, held: 0, sold: 0 });

const user = userEvent.setup();
let hub: FakeBridge;
let blocks: SeatBlock[];
beforeEach(() => {
  setServerNow(NOON);
  blocks = [];
  hub = new FakeBridge().answers('seats.blocks', () => accept({ blocks, notUsable: 1 }));
  connect(hub, atOnce);
  feed.start(100);
  useSession.setState({ state: hubState(), session: { ...signedIn, role: 'supervisor' }, locked: false });
  useSeats.setState({ flights: { [FLIGHT]: fromAnswer(seatMapAnswer()) } });
});
afterEach(() => {
  cleanup();
  useSeats.setState({ flights: {} });
});

const asked = (method: string) => hub.asked.filter((one) => one.method === method).map(({ input }) => input);
const event = (type: 'seats.blocked' | 'seats.unblocked', data: object): JournalEvent =>
  ({
    ...{ event: 101, at: NOON, type, user: 'osei', desk: 'T1-01' },
    data: { flightId: FLIGHT, cabin: 'Y', code: 'INOP', seats: ['14D'], authorised: 177, held: 0, sold: 0, ...data },
  }) as JournalEvent;

it('says which seats a typed range means, blocks them by Enter, and is ready for the next', async () => {
  hub.answers('seats.block', () => done(['12D', '14D']));
  render(<BlocksPanel flightId={FLIGHT} seat="12D" autoFocus />);
  await screen.findByText('No seat of this flight is blocked.');
  const field = screen.getByLabelText('Seats');
  expect(field).toHaveProperty('value', '12D');
  await user.clear(field);
  await user.type(field, '12-14 D');
  expect(screen.getByText('12D 14D, economy')).toBeTruthy();
  await user.type(screen.getByLabelText('Remark'), 'will not sit upright{Enter}');
  expect(asked('seats.block')).toMatchObject([
    { flightId: FLIGHT, what: '12-14 D', cabin: null, code: 'INOP', remark: 'will not sit upright', until: null },
  ]);
  expect(field).toHaveProperty('value', '');
  expect(document.activeElement).toBe(field);
});

it('says what is wrong with a text that names no seats, and sends nothing', async () => {
  render(<BlocksPanel flightId={FLIGHT} />);
  await user.type(await screen.findByLabelText('Seats'), '13{Enter}');
  expect(screen.getByText('There is no row 13.')).toBeTruthy();
  expect(asked('seats.block')).toEqual([]);
});

it('shows the refusal that names who has the seats', async () => {
  hub.answers('seats.block', () => refuse('BLOCK_TAKEN', { flight: 'AA 185', taken: '14D sold as 7RT59B' }));
  render(<BlocksPanel flightId={FLIGHT} />);
  await user.type(await screen.findByLabelText('Seats'), '14D{Enter}');
  expect(await screen.findByText(/14D sold as 7RT59B/)).toBeTruthy();
});

it('lists the reasons of a seat, the most severe first, and frees one with a reason', async () => {
  blocks = [at('14D', 'INOP', { remark: 'will not sit upright' }), at('14D', 'TRIM'), at('31F', 'CREW', { until: NOON + 3_600_000 })];
  hub.answers('seats.unblock', () => done(['31F']));
  render(<BlocksPanel flightId={FLIGHT} />);
  const list = await screen.findByRole('table', { name: 'Blocked seats' });
  const rows = within(list).getAllByRole('row').slice(1);
  expect(rows.map((row) => [...row.querySelectorAll('td')].slice(0, 3).map((cell) => cell.textContent?.trim()))).toEqual([
    ['14D', 'INOP, will not sit upright', 'repaired'],
    ['', 'TRIM, load and balance', 'behind INOP'],
    ['31F', 'CREW, crew rest or travel', expect.stringMatching(/^\d\d[A-Z]{3} \d\d:\d\d$/)],
  ]);
  await user.click(within(list).getByRole('button', { name: 'Free 31F, CREW' }));
  const form = screen.getByRole('form', { name: 'Free 31F' });
  await user.type(within(form).getByLabelText('Reason that CREW ends'), 'no{Enter}');
  expect(asked('seats.unblock')).toEqual([]);
  await user.type(within(form).getByLabelText('Reason that CREW ends'), ' crew travels{Enter}');
  expect(asked('seats.unblock')).toMatchObject([{ flightId: FLIGHT, what: '31F', code: 'CREW', reason: 'no crew travels' }]);
});

it('keeps the block by Esc, and nothing around the form hears it (the dialog closed, with the list)', async () => {
  blocks = [at('14D', 'INOP')];
  const heard: string[] = [];
  render(
    <dialog open onKeyDown={({ key }) => heard.push(key)}>
      <BlocksPanel flightId={FLIGHT} />
    </dialog>,
  );
  await user.click(await screen.findByRole('button', { name: 'Free 14D, INOP' }));
  await user.type(screen.getByLabelText('Reason that INOP ends'), 'dried{Escape}');
  expect(screen.queryByRole('form', { name: 'Free 14D' })).toBeNull();
  expect(screen.getByRole('form', { name: 'Block seats' })).toBeTruthy();
  expect(heard).not.toContain('Escape');
  expect(asked('seats.unblock')).toEqual([]);
});

it('offers an agent the codes that take no seat from stock, and to free what this desk blocked within the minute', async () => {
  useSession.setState({ session: signedIn });
  blocks = [at('14D', 'INOP'), at('20A', 'KEPT', { desk: signedIn.desk, user: signedIn.user, at: NOON - 1_000 })];
  render(<BlocksPanel flightId={FLIGHT} />);
  const list = await screen.findByRole('table', { name: 'Blocked seats' });
  expect(
    within(list)
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label')),
  ).toEqual(['Free 20A, KEPT']);
  await user.click(screen.getByRole('button', { name: /Reason/ }));
  expect(screen.getAllByRole('option').map((option) => option.textContent?.slice(0, 4))).toEqual(['WCHC', 'KEPT']);
});

it('asks again when any desk blocks or frees seats', async () => {
  render(<BlocksPanel flightId={FLIGHT} />);
  await screen.findByText('No seat of this flight is blocked.');
  blocks = [at('14D', 'INOP')];
  await act(async () => hub.tell(event('seats.blocked', { until: null })));
  await screen.findByRole('table', { name: 'Blocked seats' });
  expect(asked('seats.blocks')).toHaveLength(2);
});

it('draws a seat as blocked when it is told of, and as free when its last block ended', () => {
  const before = fromAnswer(seatMapAnswer());
  const seat = seatsOf(before.answer.map).find((one) => one.seat === '14D');
  assert(seat, 'the map has 14D');
  const sight = (claims: typeof before.claims) => ({
    seat,
    claim: claims['14D'],
    ownDesk: 'T1-04',
    chosenFor: undefined,
    restriction: undefined,
  });
  const kept = applySeatEvent(before, event('seats.blocked', { code: 'KEPT', until: null }));
  const both = applySeatEvent(kept, { ...event('seats.blocked', { until: null }), event: 102 });
  expect(seatLabel(sight(both.claims), NOON)).toContain('blocked: INOP, not usable until repaired');
  expect(both.changes[0]).toMatchObject({ what: 'blocked', code: 'INOP', desk: 'T1-01' });
  const one = applySeatEvent(both, { ...event('seats.unblocked', { free: [], why: 'freed' }), event: 103 });
  expect(seatLabel(sight(one.claims), NOON)).toContain('blocked: KEPT, kept free beside a passenger');
  const none = applySeatEvent(one, { ...event('seats.unblocked', { code: 'KEPT', free: ['14D'], why: 'time' }), event: 104 });
  expect(none.claims['14D']).toBeUndefined();
});
