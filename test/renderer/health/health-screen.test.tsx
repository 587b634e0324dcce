import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HealthScreen } from '../../../renderer/health/health-screen.tsx';
import { Toasts } from '../../../renderer/parts/toast.tsx';
import { serverNow } from '../../../renderer/stores/clock-store.ts';
import { useHealth } from '../../../renderer/stores/health-store.ts';
import type { HealthView } from '../../../shared/methods/health.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { CHECKED_AT, figureSample, healthSample } from '../support/health-sample.ts';
import { OSEI, openConsole, RUIZ } from '../support/open-console.ts';

const OVER = figureSample('payment', { state: 'over', now: 91.2, more: 'the terminal failed 5 times' });
const SEEN = figureSample('backup', { state: 'seen', now: 94_200_000 });
const NEAR = figureSample('messages', { state: 'near', now: 220_000, more: '41 wait' });
const UNKNOWN = figureSample('confirm', { state: 'unknown', now: null });
const given = { by: 'M. Osei', at: CHECKED_AT - 60_000, until: CHECKED_AT + 3_600_000, note: 'Disk is being changed.' };
const ALARMS: HealthView['alarms'] = [
  { figure: 'payment', since: CHECKED_AT - 780_000, endedAt: null, worst: 90, acknowledged: null },
  { figure: 'backup', since: CHECKED_AT - 7_800_000, endedAt: null, worst: 94_200_000, acknowledged: given },
  { figure: 'store', since: CHECKED_AT - 9_000_000, endedAt: CHECKED_AT - 8_900_000, worst: 140, acknowledged: null },
];

let hub: FakeBridge;
let view: HealthView;
beforeEach(() => {
  view = healthSample({ figures: [OVER, SEEN, NEAR, figureSample('store', { now: 6 }), UNKNOWN], alarms: ALARMS });
  hub = new FakeBridge()
    .answers('health.figures', () => accept(view))
    .answers('health.acknowledge', ({ figure, until }) => accept({ figure, until }))
    .answers('health.setLimit', ({ figure, limit }) => accept({ figure, before: null, limit }))
    .answers('health.day', ({ figure }) =>
      accept({ figure, checkedAt: CHECKED_AT, limit: 95, minutes: [...Array(1_438).fill(null), 100, 90] }),
    );
});
afterEach(() => {
  cleanup();
  useHealth.setState({ view: null, refusal: null, toSee: 0, chosen: null, asking: 'no' });
});

async function show(who = OSEI) {
  openConsole(hub, who);
  render(
    <>
      <HealthScreen />
      <Toasts />
    </>,
  );
  return screen.findByRole('list', { name: 'Figures' });
}
/** In a browser the dialog does it. */
const inField = (dialog: HTMLElement) => within(dialog).getByRole('textbox').focus();
const rows = () => within(screen.getByRole('list', { name: 'Figures' })).getAllByRole('button');

describe('the figures', () => {
  test('say by word how they stand, with now, limit and cause, what is over first', async () => {
    await show();
    expect(rows().map((row) => row.textContent)).toEqual([
      'OverPayments, terminal answered91.2 %limit at least 95 %the terminal failed 5 times',
      'Over, seenLast backup26 h 10limit 24 h',
      'NearMessages to send, oldest3 min 40limit 5 min41 wait',
      'GoodStore, slowest write6 mslimit 100 ms',
      'Not knownConfirm–limit 500 ms',
    ]);
    for (const text of ['2 over the limit, 1 acknowledged', '1 near', '1 good', '1 not known']) expect(screen.getByText(text)).toBeTruthy();
  });

  test('say when the hub looked, by the clock of its airport', async () => {
    await show();
    expect(screen.getByText(/14:05:03/)).toBeTruthy();
  });

  test('that cannot be read say why', async () => {
    hub.answers('health.figures', () => refuse('HUB_CLOSING'));
    openConsole(hub, RUIZ);
    render(<HealthScreen />);
    expect((await screen.findByRole('alert')).textContent).toContain('Aisle is shutting down');
  });

  test('are walked by the arrows, and Enter shows a day', async () => {
    const person = userEvent.setup();
    await show();
    rows()[0]?.focus();
    await person.keyboard('{ArrowDown}{End}{ArrowUp}{ArrowDown}{Home}');
    expect(document.activeElement).toBe(rows()[0]);
    await person.keyboard('{Enter}{Enter}');
    const day = await screen.findByRole('dialog', { name: 'Payments, terminal answered' });
    expect(await within(day).findByText('At worst 90 %, past its limit in 1 of the 2 minutes that are known.')).toBeTruthy();
  });
});

describe('an alarm', () => {
  test('tells since when, who has seen to it and when it rings again', async () => {
    await show();
    const text = screen.getByRole('region', { name: 'Alarms' }).textContent ?? '';
    expect(text).toContain('3 in the last 24 h');
    expect(text).toContain('Last backup 26 h 10since 11:55; acknowledged 14:04, M. OseiDisk is being changed.');
    expect(text).toContain('Store, slowest write 140 ms11:35 to 11:36, over');
  });

  test('shows the key at the one that the key is about', async () => {
    view = healthSample({
      figures: [OVER, figureSample('store', { state: 'over', now: 140 })],
      alarms: (['payment', 'store'] as const).map((figure) => ({
        figure,
        since: CHECKED_AT,
        endedAt: null,
        worst: 140,
        acknowledged: null,
      })),
    });
    await show();
    rows()[1]?.focus();
    const buttons = screen.getAllByRole('button', { name: /^Acknowledge/ });
    await waitFor(() => expect(buttons.map((button) => button.textContent)).toEqual(['Acknowledge', 'AcknowledgeA']));
  });

  test('is acknowledged by A with a note and a time, once for two Enters', async () => {
    const person = userEvent.setup();
    await show();
    rows()[3]?.focus();
    await person.keyboard(`a${ACTED}`);
    const dialog = await screen.findByRole('dialog', { name: 'Acknowledge: Payments, terminal answered' });
    inField(dialog);
    await person.keyboard('{Enter}');
    expect(within(dialog).getByText('Say it for who comes after you.')).toBeTruthy();
    await person.keyboard('The cable of the terminal is pulled');
    await person.click(within(dialog).getByRole('radio', { name: '4 h' }));
    within(dialog).getByRole('textbox').focus();
    await person.keyboard('{Enter}{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const asked = hub.inputsOf('health.acknowledge');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ figure: 'payment', note: 'The cable of the terminal is pulled' });
    expect(Math.abs((asked[0]?.until ?? 0) - serverNow() - 4 * 3_600_000)).toBeLessThan(60_000);
  });

  test('is nobody else than a supervisor asked to see to', async () => {
    const person = userEvent.setup();
    await show(RUIZ);
    expect(screen.queryByRole('button', { name: /^Acknowledge/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Back up now' })).toBeNull();
    rows()[0]?.focus();
    await person.keyboard(`t${ACTED}`);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a limit', () => {
  const open = async (typed: string) => {
    const person = userEvent.setup();
    await show();
    rows()[1]?.focus();
    await person.keyboard(`t${ACTED}`);
    inField(await screen.findByRole('dialog', { name: 'Limit: Last backup' }));
    await person.keyboard(`${typed}{Enter}`);
  };

  test('is typed in the unit of the figure', async () => {
    await open('36');
    await waitFor(() => expect(hub.inputsOf('health.setLimit')).toMatchObject([{ figure: 'backup', limit: 36 * 3_600_000 }]));
  });

  test('that is empty is the one that Aisle comes with', async () => {
    await open('');
    await waitFor(() => expect(hub.inputsOf('health.setLimit')).toMatchObject([{ figure: 'backup', limit: null }]));
  });

  test('that is no number is not sent', async () => {
    await open('a day');
    expect(screen.getByText('A number in h, or nothing.')).toBeTruthy();
    expect(hub.inputsOf('health.setLimit')).toEqual([]);
  });
});

describe('what can be done at once', () => {
  test('R has the hub look at everything, B backs up, and says why not', async () => {
    const person = userEvent.setup();
    hub.answers('backups.start', () => refuse('BACKUP_RUNNING'));
    await show();
    rows()[0]?.focus();
    await person.keyboard(`r${ACTED}`);
    await waitFor(() => expect(hub.inputsOf('health.figures')).toContainEqual({ recheck: true }));
    await person.keyboard(`b${ACTED}`);
    expect(await screen.findByText(/Another backup or restore is under way/)).toBeTruthy();
  });
});
