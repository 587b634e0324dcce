import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FlashBand } from '../../../../renderer/flight/flash/flash-band.tsx';
import { FlashDialog } from '../../../../renderer/flight/flash/flash-dialog.tsx';
import { useFlash } from '../../../../renderer/flight/flash/flash-store.ts';
import { lineWords, placeWords, waitWords } from '../../../../renderer/flight/flash/flash-words.ts';
import { openFlashDialog } from '../../../../renderer/flight/flash/open-flash-dialog.ts';
import { useHoldsUnderWay } from '../../../../renderer/sale/holds-under-way.ts';
import type { Sale } from '../../../../renderer/sale/sale.ts';
import { newSale } from '../../../../renderer/sale/sale-flow.ts';
import { useSale } from '../../../../renderer/sale/sale-store.ts';
import { followFlights, useSeats } from '../../../../renderer/seats/seat-store.ts';
import { setServerNow } from '../../../../renderer/stores/clock-store.ts';
import type { FlashSale } from '../../../../shared/methods/flash-sales.ts';
import { accept, refuse } from '../../../../shared/refusals.ts';
import { seatMapAnswer } from '../../seats/seat-map-answer.ts';
import { FakeBridge } from '../../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../../support/open-console.ts';
import { NOON } from '../../support/samples.ts';

const IN_ORDER: FlashSale = { flightId: 7, mode: 'order', openedAt: NOON, drawsAt: null, waiting: 340, served: 60, waitMs: 3_400 };
const SALE: Sale = newSale([7], { adults: 1, children: 0, infants: 0 }, 'Y', { flights: 0, cabin: 'Y' });
const HOLDING: Sale = { ...SALE, busy: 'holding' };

let hub: FakeBridge;
let stop: () => void;
beforeEach(() => {
  setServerNow(NOON);
  hub = new FakeBridge()
    .gives('flashSale.look', { sales: [IN_ORDER] })
    .gives('queue.status', { waiting: [] })
    .answers('flights.seatMap', ({ flightId }) => accept(seatMapAnswer({}, flightId)));
  openConsole(hub, RUIZ);
  stop = followFlights([7]);
});
afterEach(() => {
  cleanup();
  useHoldsUnderWay.setState({ asked: [], inLine: [], toldIn: null });
  stop();
});

const band = (sale: Sale = SALE) =>
  render(
    <>
      <FlashBand sale={sale} />
      <FlashDialog flightId={7} />
    </>,
  );
/** The hold of the sale on the screen was asked for. */
const asked = (requestId: string) =>
  useHoldsUnderWay.setState({ asked: [{ requestId, round: useSale.getState().round, flightIds: [7], flights: 'AA 185' }] });
const said = () => screen.findByRole('status');

describe('the band of a flash sale', () => {
  test('says to who does not wait how long the line is; only a supervisor closes it', async () => {
    band();
    expect((await said()).textContent).toBe('Flash sale, in order. Holds wait in line: 340 requests now, about 4 s.');
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says to who waits the number and the time; Esc leaves the line before it does anything else', async () => {
    hub.gives('queue.status', { waiting: [{ flightId: 7, requestId: 'hold-0001', position: 12, of: 340, waitMs: 120_000 }] });
    hub.gives('queue.leave', { left: 1 });
    asked('hold-0001');
    band(HOLDING);
    await waitFor(async () =>
      expect((await said()).textContent).toBe('Flash sale, in order. This hold is number 12 of 340 in line, about 2 min.'),
    );
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(hub.inputsOf('queue.leave')).toEqual([{}]));
  });

  test('of two flights says where the hold waits longest, also once it had its turn in the first: nothing was said then', async () => {
    const lot: FlashSale = { ...IN_ORDER, flightId: 8, mode: 'lot', drawsAt: NOON + 30_000, waiting: 12 };
    const there = { flightId: 8, requestId: 'hold-0001', position: null, of: 12, waitMs: 45_000 };
    hub.gives('flashSale.look', { sales: [IN_ORDER, lot] });
    hub.gives('queue.status', { waiting: [{ flightId: 7, requestId: 'hold-0001', position: 2, of: 340, waitMs: 1_000 }, there] });
    const sale = { ...newSale([7, 8], { adults: 1, children: 0, infants: 0 }, 'Y', { flights: 0, cabin: 'Y' }), busy: 'holding' as const };
    asked('hold-0001');
    band(sale);
    const words = 'Flash sale, by lot. This hold is in the lot with 11 others. It is drawn in 30 s.';
    await waitFor(async () => expect((await said()).textContent).toBe(words));
    cleanup();
    hub.gives('queue.status', { waiting: [there] });
    band(sale);
    await waitFor(async () => expect((await said()).textContent).toBe(words));
  });

  test('says to who comes back to the flight that the hold asked for before waits, and how it is left: nothing was said', async () => {
    const before = { flightId: 7, requestId: 'hold-0001', position: 12, of: 340, waitMs: 120_000 };
    hub.gives('queue.status', { waiting: [before] });
    hub.gives('queue.leave', { left: 1 });
    band();
    const words = 'Flash sale, in order. A hold of this desk is number 12 of 340 in line, about 2 min.';
    await waitFor(async () => expect((await said()).textContent).toBe(words));
    // Esc is of the sale on the screen: pressed by habit it would give away the place of another customer.
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(hub.inputsOf('queue.leave')).toEqual([]);
    hub.gives('queue.status', { waiting: [] });
    fireEvent.click(screen.getByRole('button', { name: 'Leave the line' }));
    await waitFor(async () =>
      expect((await said()).textContent).toBe('Flash sale, in order. Holds wait in line: 340 requests now, about 4 s.'),
    );
    expect(hub.inputsOf('queue.leave')).toEqual([{}]);
  });

  test('asks once where this desk stands, and goes on asking only while it stands in line', async () => {
    band();
    await said();
    await waitFor(() => expect(hub.inputsOf('queue.status')).toHaveLength(1));
  });

  test('shows the place of the hold on the screen before that of one that was asked for earlier', async () => {
    const earlier = { flightId: 7, requestId: 'hold-0001', position: 300, of: 340, waitMs: 120_000 };
    const own = { ...earlier, requestId: 'hold-0002', position: 4, waitMs: 1_000 };
    hub.gives('queue.status', { waiting: [earlier, own] });
    asked('hold-0002');
    band(HOLDING);
    await waitFor(async () =>
      expect((await said()).textContent).toBe('Flash sale, in order. This hold is number 4 of 340 in line, about 1 s.'),
    );
  });

  test('is gone when there is none', async () => {
    hub.gives('flashSale.look', { sales: [] });
    band();
    await waitFor(() => expect(hub.inputsOf('flashSale.look')).toHaveLength(1));
    expect(screen.queryByRole('status')).toBeNull();
    expect(useFlash.getState().sales).toEqual({});
  });
});

test.each([
  [{ ...IN_ORDER, waiting: 0 }, 'Holds wait in line. Nobody waits now.'],
  [{ ...IN_ORDER, mode: 'lot' as const, waiting: 0 }, 'The lot is drawn. Holds wait in line. Nobody waits now.'],
  [{ ...IN_ORDER, waiting: 1, waitMs: 20 }, 'Holds wait in line: 1 request now, about 1 s.'],
  [
    { ...IN_ORDER, mode: 'lot' as const, waiting: 214, drawsAt: NOON + 12_000 },
    '214 requests are in the lot, which is drawn in 12 s. A hold before then takes part.',
  ],
  [
    { ...IN_ORDER, mode: 'lot' as const, waiting: 0, drawsAt: NOON + 601_000 },
    'Nobody is in the lot, which is drawn in 10 min. A hold before then takes part.',
  ],
])('a line in words: %j', (sale, words) => expect(lineWords(sale, NOON)).toBe(words));

test('a place in a lot has no number yet, and says when it is drawn: it said how long the wait is in all, with that in line', () => {
  const lot = { drawsAt: NOON + 12_000, now: NOON, isOwn: true };
  expect(placeWords({ position: null, of: 1, waitMs: 95_000 }, lot)).toBe(
    'This hold is in the lot with nobody else yet. It is drawn in 12 s.',
  );
  expect(placeWords({ position: null, of: 2, waitMs: 95_000 }, lot)).toBe('This hold is in the lot with 1 other. It is drawn in 12 s.');
  expect(placeWords({ position: null, of: 215, waitMs: 95_000 }, lot)).toBe(
    'This hold is in the lot with 214 others. It is drawn in 12 s.',
  );
  // It was drawn since the hub was asked.
  expect(placeWords({ position: null, of: 2, waitMs: 9_000 }, { ...lot, drawsAt: null })).toBe(
    'This hold is in the lot with 1 other. It is drawn now.',
  );
  expect([waitWords(0), waitWords(89_000), waitWords(90_000), waitWords(600_000)]).toEqual(['1 s', '89 s', '2 min', '10 min']);
});

describe('a supervisor', () => {
  const user = userEvent.setup();
  const shown = async () => {
    await waitFor(() => expect(useSeats.getState().flights[7]).toBeDefined());
    act(() => openFlashDialog(7));
    return within(await screen.findByRole('dialog'));
  };

  test('opens a lot by keyboard; seconds that cannot be are said and not sent', async () => {
    openConsole(hub, OSEI);
    hub.gives('flashSale.look', { sales: [] });
    hub.answers('flashSale.open', () => refuse('FLASH_OPEN', { flight: 'AA 1' }));
    band();
    const dialog = await shown();
    await user.click(dialog.getByRole('radio', { name: 'By lot' }));
    const seconds = dialog.getByRole('textbox');
    await user.clear(seconds);
    await user.type(seconds, '4{Enter}');
    expect(dialog.getByText('Type 5 to 600 seconds.')).toBeTruthy();
    expect(hub.inputsOf('flashSale.open')).toEqual([]);
    await user.clear(seconds);
    await user.type(seconds, '45{Enter}');
    expect(await dialog.findByText('A flash sale of AA 1 is open already.')).toBeTruthy();
    hub.gives('flashSale.open', { flightId: 7, number: 1 });
    await user.type(seconds, '{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(hub.inputsOf('flashSale.open').at(-1)).toMatchObject({ flightId: 7, mode: 'lot', seconds: 45 });
  });

  test('closes it by Ctrl Enter, and by Enter alone not', async () => {
    openConsole(hub, OSEI);
    hub.gives('flashSale.close', { flightId: 7, number: 1 });
    band();
    await said();
    const dialog = await shown();
    const close = dialog.getByRole('button', { name: 'Close it, and tell the 340 who wait' });
    close.focus();
    await user.keyboard('{Enter}');
    expect(hub.inputsOf('flashSale.close')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(hub.inputsOf('flashSale.close')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('reads who was drawn in a lot, in which order, and what proves it', async () => {
    openConsole(hub, OSEI);
    const proof = { seed: 'a1'.repeat(32), seal: 'b2'.repeat(32) };
    hub.gives('flashSale.look', { sales: [{ ...IN_ORDER, mode: 'lot', waiting: 1, served: 1 }] });
    hub.gives('flashSale.lot', { lot: { drawnAt: NOON, entrants: 61, first: ['T2-11 weber', 'T1-04 ruiz'], ...proof } });
    band();
    await said();
    const dialog = await shown();
    const lot = await dialog.findByRole('region', { name: /^Drawn .* among 61 requests$/ });
    expect(
      within(lot)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['T2-11 weber', 'T1-04 ruiz']);
    for (const text of ['and 59 more', proof.seed, proof.seal]) expect(within(lot).getByText(text)).toBeTruthy();
    expect(dialog.getByText(/1 request had its turn\./)).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Close it, and tell the one who waits' })).toBeTruthy();
  });

  test('an agent reads who may', async () => {
    band();
    const dialog = await shown();
    expect(dialog.getByText(/A supervisor opens and closes a flash sale/)).toBeTruthy();
  });
});
