import { afterEach, expect, it } from 'vitest';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { today } from '../../../renderer/stores/today.ts';
import { NEW_YORK } from '../support/samples.ts';

afterEach(() => setServerNow(Date.now()));

it('takes today from the clock of the hub', () => {
  setServerNow(Date.UTC(2026, 10, 22, 3));
  expect(today(NEW_YORK)).toBe('2026-11-21');
  expect(today('UTC')).toBe('2026-11-22');
});
