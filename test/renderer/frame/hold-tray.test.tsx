import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { HoldTray } from '../../../renderer/frame/hold-tray.tsx';
import { Announcer } from '../../../renderer/parts/announcer.tsx';
import { Toasts } from '../../../renderer/parts/toast.tsx';
import { connectionLive, connectionStale } from '../../../renderer/stores/connection-store.ts';
import { useHolds } from '../../../renderer/stores/holds-store.ts';
import { useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { refreshState, sessionEnded } from '../../../renderer/stores/session-actions.ts';
import { wireStores } from '../../../renderer/stores/wire-stores.ts';
import { instant } from '../../../shared/instants.ts';
import type { LegNow } from '../../../shared/methods/leg-now.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { bookingEvent, hold, hubState, LOCATOR, legNow, movedLater, NEW_YORK, NOON, signedIn } from '../support/samples.ts';

const SECOND = 1_000;

describe('hold tray', () => {
  let hub: FakeBridge;
  let stop: () => void;
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const chip = (locator = LOCATOR) => screen.getByRole('button', { name: new RegExp(locator) });
  const announced = () => document.body.querySelector('.aside > [aria-live]')?.parentElement?.textContent ?? '';

  beforeEach(async () => {
    vi.useFakeTimers({ now: NOON });
    hub = new FakeBridge()
      .gives('session.state', hubState({ session: { ...signedIn, locked: false, restored: false } }))
      .gives('holds.ofDesk', {
        holds: [hold(), hold({ bookingId: 2, locator: 'P2XW9R', expiresAt: NOON + 600 * SECOND, holdMs: 600 * SECOND })],
      });
    connect(hub, atOnce);
    stop = wireStores();
    await refreshState();
    render(
      <>
        <HoldTray zone={NEW_YORK} />
        <Toasts />
        <Announcer />
      </>,
    );
    await pass(0);
  });
  afterEach(() => {
    cleanup();
    stop();
    sessionEnded('');
    vi.useRealTimers();
  });

  it('shows every hold with its locator, seats, flight and time left', async () => {
    expect(chip().textContent).toContain('17D 17E AA 185 LAX');
    expect(chip().textContent).toContain('5:00');
    await pass(79 * SECOND);
    expect(chip().textContent).toContain('3:41');
    expect(screen.getByRole('button', { name: `Hold ${LOCATOR} 17D 17E AA 185 LAX 3 minutes 41 left` })).toBeTruthy();
  });

  it('marks a hold whose flight was moved or cancelled as soon as a schedule is applied (it showed nothing until it was paid)', async () => {
    let event = 100;
    const change = (scheduled: LegNow) => {
      hub.gives('holds.ofDesk', { holds: [hold({ scheduled: [scheduled] })] });
      return act(async () => {
        event += 1;
        hub.tell({ event, type: 'schedule.applied', data: { name: 'winter.ssim', added: 0, changed: 1, dropped: 0 } } as never);
        await vi.advanceTimersByTimeAsync(0);
      });
    };
    expect(chip().textContent).not.toMatch(/TK|HX/);
    await change(movedLater(35));
    expect(screen.getByRole('button', { name: `Hold ${LOCATOR} 17D 17E AA 185 LAX TK 35 min later 5 minutes left` })).toBeTruthy();
    expect(chip().title).toContain('AA 185 TK 35 min later. As sold: Sat 21 Nov, JFK 12:00 to LAX 15:25');
    await change(legNow({ status: 'HX', kind: 'cancelled' }));
    expect(chip().textContent).toContain('HX cancelled by AA');
  });

  it('changes its shape in the last minute and says so once', async () => {
    await pass(240 * SECOND);
    expect(chip().className).toBe('hold'); // 60 s: not yet
    expect(announced()).toBe('');
    await pass(SECOND);
    expect(chip().className).toBe('hold late');
    expect(chip().querySelector('.lucide-triangle-alert')).toBeTruthy();
    expect(chip().textContent).toContain('0:59');
    expect(announced()).toBe(`Less than a minute left for hold ${LOCATOR}, 17D 17E.`);
    act(() => useHolds.setState(({ holds }) => ({ holds: [...holds] })));
    await pass(30 * SECOND);
    expect(announced()).toBe(`Less than a minute left for hold ${LOCATOR}, 17D 17E.`);
    expect(chip('P2XW9R').className).toBe('hold');
  });

  it('stands at 0:00 until the hub says that the hold has ended, then tells it', async () => {
    await pass(301 * SECOND);
    expect(chip().textContent).toContain('0:00');
    act(() => hub.tell(bookingEvent(101, 'hold.expired')));
    expect(screen.queryByRole('button', { name: new RegExp(LOCATOR) })).toBeNull();
    expect(screen.getByRole('status').textContent).toBe(`Hold ${LOCATOR} ended. 17D 17E went back to sale.`);
  });

  it('returns to a hold by a click', () => {
    act(() => chip('P2XW9R').click());
    expect(useNavigation.getState().screen).toEqual({ name: 'flight', flightIds: [7], bookingId: 2, cabin: 'Y', adults: 1, children: 1 });
    expect(chip('P2XW9R').getAttribute('aria-current')).toBe('true');
  });

  it('does not hurry a hold whose payment is under way', async () => {
    act(() => useHolds.setState({ holds: [hold({ payingSince: NOON })] }));
    await pass(250 * SECOND);
    expect(chip().className).toBe('hold');
    expect(chip().textContent).toContain('paying');
  });

  it('says that nothing is held, and since when the hub does not answer', () => {
    act(() => useHolds.setState({ holds: [] }));
    expect(screen.getByText(/No seats are held/)).toBeTruthy();
    act(() => connectionStale(instant(NOON)));
    expect(screen.getByText('No answer from the hub since 07:00.')).toBeTruthy();
    act(connectionLive);
    expect(screen.queryByText(/No answer/)).toBeNull();
  });

  it('says nothing of seats that were kept for a way on and lapse (two hundred of them covered the screen)', async () => {
    await pass(0);
    act(() => hub.tell(bookingEvent(101, 'hold.expired', { bookingId: 77, locator: 'PU4VVZ' })));
    expect(screen.queryByText(/PU4VVZ/)).toBeNull();
    expect(screen.queryByText(/went back to sale/)).toBeNull();
  });

  it('the number of a hold moved on when another ended (Alt 2 opened a stranger): it is its own until it ends', async () => {
    const numberOf = (locator: string) => chip(locator).getAttribute('aria-keyshortcuts');
    expect([numberOf(LOCATOR), numberOf('P2XW9R')]).toEqual(['Alt+1', 'Alt+2']);
    const third = hold({ bookingId: 3, locator: 'HD4N7T', expiresAt: NOON + 60 * SECOND });
    // The first to end stands first, and is given the next free number.
    act(() => useHolds.setState(({ holds }) => ({ holds: [third, ...holds] })));
    expect([numberOf('HD4N7T'), numberOf(LOCATOR), numberOf('P2XW9R')]).toEqual(['Alt+3', 'Alt+1', 'Alt+2']);
    act(() => useHolds.setState(({ holds }) => ({ holds: holds.filter(({ locator }) => locator !== LOCATOR) })));
    expect([numberOf('HD4N7T'), numberOf('P2XW9R')]).toEqual(['Alt+3', 'Alt+2']);
    expect(screen.queryByRole('button', { name: /more holds/ })).toBeNull();
  });

  it('holds scrolled out of sight: what does not fit is said, with the time of the next to end', async () => {
    // Each chip is 300 wide, and the tray has room for two and the button.
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(300);
    vi.spyOn(HTMLElement.prototype, 'offsetLeft', 'get').mockImplementation(function (this: HTMLElement) {
      return this.tagName === 'LI' ? [...(this.parentElement?.children ?? [])].indexOf(this) * 300 : 0;
    });
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(740);
    const many = Array.from({ length: 6 }, (_, index) =>
      hold({ bookingId: index + 1, locator: `P2XW9${index + 2}`, expiresAt: NOON + (100 + 10 * index) * SECOND }),
    );
    act(() => useHolds.setState({ holds: many }));
    const more = screen.getByRole('button', { name: '4 more holds, the next ends in 2 minutes' });
    expect(more.textContent).toBe('+4, next 2:00');
    expect(chip('P2XW92').closest('li')?.inert).toBe(false);
    expect(document.querySelectorAll('li.unseen')).toHaveLength(4);
    vi.restoreAllMocks();
  });
});
