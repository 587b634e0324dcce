import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { BusyBar } from '../../../renderer/frame/busy-bar.tsx';
import type { ReplyOf } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../support/open-console.ts';
import { hold } from '../support/samples.ts';

const busy = (position: number, seconds: number) =>
  refuse('BUSY', {
    why: `Many ask at once: this request would be number ${position} in line`,
    ...{ position, comeAgainMs: seconds * 1_000, seconds },
  });
const EXTEND = { requestId: 'extend-once', bookingId: 7 };

let hub: FakeBridge;
let answers: ReplyOf<'holds.extend'>[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
  hub = new FakeBridge().answers('holds.extend', () => answers.shift() ?? accept(hold()));
  openConsole(hub, RUIZ);
  render(<BusyBar />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const sent = () => hub.inputsOf('holds.extend').length;

test('a busy hub: the agent reads position and time, and the same request goes again by itself until it is taken', async () => {
  answers = [busy(812, 3), busy(90, 1)];
  const reply = call('holds.extend', EXTEND, 'person');
  await pass(0);
  expect(screen.getByRole('status').textContent).toBe(
    'Many ask at once: this request would be number 812 in line. It is sent again by itself in 3 s.StopEsc',
  );
  // It counts down.
  await pass(1_500);
  expect(screen.getByRole('status').textContent).toContain('by itself in 2 s.');
  await pass(1_499);
  expect(sent()).toBe(1);
  await pass(1);
  expect(screen.getByRole('status').textContent).toContain('number 90 in line. It is sent again by itself in 1 s.');
  await pass(1_000);
  expect(await reply).toMatchObject({ ok: true });
  expect(screen.getByRole('status').textContent).toBe('');
  expect(hub.inputsOf('holds.extend')).toEqual([EXTEND, EXTEND, EXTEND]);
  // A page that asks again keeps no session open.
  expect(hub.callersOf('holds.extend')).toEqual(['person', 'console', 'console']);
});

test('Esc stops it before it does anything else, and nothing is sent any more', async () => {
  answers = [busy(812, 2)];
  const others = vi.fn();
  document.addEventListener('keydown', others);
  const reply = call('holds.extend', EXTEND, 'person');
  await pass(0);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(await reply).toMatchObject({ ok: false, refusal: { code: 'BUSY' } });
  await pass(60_000);
  expect(sent()).toBe(1);
  expect(others).not.toHaveBeenCalled();
  // The bar is gone, so Esc is for the screen again.
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(others).toHaveBeenCalledTimes(1);
  document.removeEventListener('keydown', others);
});

test('what one person asked for is not done for the next one at this counter', async () => {
  answers = [busy(5, 1)];
  const reply = call('holds.extend', EXTEND, 'person');
  await pass(0);
  act(() => useSession.setState({ session: OSEI }));
  await pass(5_000);
  expect(await reply).toMatchObject({ ok: false, refusal: { code: 'BUSY' } });
  expect(sent()).toBe(1);
});

test('what a page asks by itself comes again too, and no bar is shown for it', async () => {
  answers = [busy(5, 1)];
  const reply = call('holds.extend', EXTEND);
  await pass(0);
  expect(screen.getByRole('status').textContent).toBe('');
  await pass(1_000);
  expect(await reply).toMatchObject({ ok: true });
});

test('a double Enter is two requests of the screen, and each is sent until it is taken: the bar counts them', async () => {
  answers = [busy(5, 1), busy(6, 1)];
  const both = [call('holds.extend', EXTEND, 'person'), call('holds.extend', EXTEND, 'person')];
  await pass(0);
  expect(screen.getByRole('status').textContent).toContain('and 1 more with it.');
  await pass(1_000);
  expect((await Promise.all(both)).every(({ ok }) => ok)).toBe(true);
});
