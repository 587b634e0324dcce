import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandBar } from '../../../renderer/frame/command-bar.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { go, startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { accept } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { openConsole, RUIZ } from '../support/open-console.ts';
import { NOON } from '../support/samples.ts';

let hub: FakeBridge;
let comes: () => Promise<void>;
const user = userEvent.setup();
const bar = () => screen.getByRole<HTMLInputElement>('combobox');
const screenNow = () => useNavigation.getState().screen;

beforeEach(() => {
  setServerNow(NOON);
  startOver();
  const { promise, resolve } = Promise.withResolvers<void>();
  comes = () => act(async () => resolve());
  hub = new FakeBridge().answers('flights.places', async () => {
    await promise;
    return accept({ places: [] });
  });
  openConsole(hub, RUIZ);
  render(<CommandBar zone="America/New_York" />);
});
afterEach(cleanup);

/** A code that may be a place or a surname: the hub is asked first. */
async function askForLee(): Promise<void> {
  await user.type(bar(), 'LEE{Enter}');
  expect(hub.inputsOf('flights.places')).toHaveLength(1);
}

describe('the answer to a line', () => {
  it('leads where the line means, and the bar is empty again', async () => {
    await askForLee();
    await comes();
    expect(screenNow()).toEqual({ name: 'reservations', find: 'LEE' });
    expect(bar().value).toBe('');
  });

  it('pulled the agent away from the screen that was gone to meanwhile: it moves nothing', async () => {
    await askForLee();
    go({ name: 'shift' });
    await comes();
    expect(screenNow()).toEqual({ name: 'shift' });
    expect(bar().value).toBe('');
  });

  it('took away a line that was typed meanwhile, and its Enter did nothing: the newer line counts', async () => {
    await askForLee();
    await user.clear(bar());
    await user.type(bar(), 'SZETO/M');
    await comes();
    expect(screenNow()).toEqual({ name: 'board' });
    expect(bar().value).toBe('SZETO/M');
    await user.keyboard('{Enter}');
    expect(screenNow()).toEqual({ name: 'reservations', find: 'SZETO/M' });
  });

  it('is asked for once by Enter twice', async () => {
    await askForLee();
    await user.keyboard('{Enter}');
    await comes();
    expect(hub.inputsOf('flights.places')).toHaveLength(1);
    expect(screenNow()).toEqual({ name: 'reservations', find: 'LEE' });
  });
});
