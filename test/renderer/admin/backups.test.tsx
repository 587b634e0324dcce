import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { AdminScreen } from '../../../renderer/admin/admin-screen.tsx';
import { useBackups } from '../../../renderer/admin/backups-store.ts';
import { sizeText } from '../../../renderer/admin/import-words.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { Announcer } from '../../../renderer/parts/announcer.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { connectionLive, connectionStale } from '../../../renderer/stores/connection-store.ts';
import { assert } from '../../../shared/assert.ts';
import type { Output } from '../../../shared/contract.ts';
import { instant } from '../../../shared/instants.ts';
import type { BackupRunning, BackupView } from '../../../shared/methods/backups.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { NOON } from '../support/samples.ts';

type Status = Output<'backups.status'>;
const run = inject('samples').admin.backups;
const [asked, hourly] = run.backups;
const [progress] = run.told;
assert(asked && hourly && progress, 'the run makes two backups and tells their progress');
const OLD: BackupView = { ...hourly, bookings: 1_204 };
const NEW: BackupView = { ...asked, bytes: 21_400_000, newestEvent: 4_810 };
const running = (change: Partial<BackupRunning> = {}): BackupRunning => ({ ...run.running, done: 0, total: 0, ...change });

let hub: FakeBridge;
let status: Status;
let backups: BackupView[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  setServerNow(NOON);
  connectionLive();
  backups = [OLD];
  status = { ...run.status, last: null };
  hub = new FakeBridge()
    .answers('backups.status', () => accept(status))
    .answers('backups.list', () => accept({ backups }))
    .answers('backups.start', () => {
      status = { ...status, running: running() };
      return accept({ running: running() });
    })
    .gives('backups.stop', {});
  openConsole(hub, OSEI);
});
afterEach(() => {
  cleanup();
  useBackups.getState().forget();
  vi.useRealTimers();
});
const user = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
const show = async () => {
  render(
    <>
      <AdminScreen screen={{ name: 'admin', tab: 'backups' }} />
      <Announcer />
    </>,
  );
  await screen.findByRole('heading', { name: 'Backups' });
};
const tell = (now: BackupRunning | null) => act(() => hub.tell({ ...progress, running: now }));
const rows = () =>
  within(screen.getByRole('table', { name: 'Backups' }))
    .getAllByRole('row')
    .slice(1);
/** What a screen reader is told when it is next quiet. */
const said = () => [...document.querySelectorAll('[aria-live="polite"]')].map((region) => region.textContent).join('');

test('lists each backup with its time by the clock of the hub, why, size, bookings and newest entry', async () => {
  backups = [NEW, OLD];
  await show();
  const words = rows().map((row) =>
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  );
  expect(rows().map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['Sat 21 Nov 07:00', 'Sat 21 Nov 06:00']);
  expect(words[0]?.slice(0, 5)).toEqual(['on request', '21.4 MB', '1', 'Sat 21 Nov 05:59 no. 4,810', 'verified']);
  expect(screen.getByText(/The next one is due Sat 21 Nov 08:00/)).toBeTruthy();
});

test('a backup that begins before the first answer came is shown (the answer came after it and said that none runs)', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const before = status;
  hub.answers('backups.status', async () => {
    await promise;
    return accept(before);
  });
  const loads = useBackups.getState().load();
  useBackups.getState().hear({ ...progress, running: running({ done: 3, total: 10 }) });
  resolve();
  await loads;
  expect(useBackups.getState().status?.running).toMatchObject({ done: 3, total: 10 });
});

test('an answer that was asked for earlier and comes later than another changes nothing', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const old: Status = { ...status, running: running() };
  hub.answers('backups.status', async () => {
    await promise;
    return accept(old);
  });
  const first = useBackups.getState().load();
  hub.answers('backups.status', () => accept(status));
  await useBackups.getState().load();
  resolve();
  await first;
  expect(useBackups.getState().status?.running).toBeNull();
});

test('an agent sees nothing of it', () => {
  useSession.setState({ session: { user: 'ruiz', display: 'Ana Ruiz', role: 'agent', desk: 'T1-04' } });
  render(<AdminScreen screen={{ name: 'admin', tab: 'backups' }} />);
  expect(screen.getByText('Only a supervisor may open Admin')).toBeTruthy();
  expect(hub.asked).toEqual([]);
});

test('says what to do while there is no backup', async () => {
  backups = [];
  await show();
  expect(await screen.findByText('There is no backup yet')).toBeTruthy();
});

test('makes a backup and tells its steps and its end for the eye and the ear', async () => {
  await show();
  // What was asked as the screen came is answered first.
  await screen.findByRole('table', { name: 'Backups' });
  await user().click(screen.getByRole('button', { name: 'Back up now' }));
  expect(await screen.findByText('Copying the store')).toBeTruthy();
  expect(said()).toBe('Copying the store.');
  tell(running({ done: 30, total: 120 }));
  expect(screen.getByRole('progressbar', { name: 'Copying the store' }).getAttribute('aria-valuenow')).toBe('25');
  expect(screen.getByText('25 %')).toBeTruthy();
  tell(running({ step: 'checking', done: 1, total: 2 }));
  expect(said()).toBe('Checking the copy.');
  expect(screen.queryByRole('button', { name: 'Back up now' })).toBeNull();
  expect(
    within(rows()[0] as HTMLElement)
      .getByRole('button', { name: /^Restore/ })
      .hasAttribute('disabled'),
  ).toBe(true);

  backups = [NEW, OLD];
  status = { ...status, running: null, last: run.status.last };
  tell(null);
  await screen.findByText(/made and verified \(Sat 21 Nov 07:00, on request\)/, { selector: 'p' });
  expect(said()).toContain('The newest backup is made and verified');
  expect(rows()).toHaveLength(2);
  expect(screen.getByRole('button', { name: 'Back up now' })).toBeTruthy();
});

test('a backup that another console began is shown, and can be stopped', async () => {
  status = { ...status, running: running({ kind: 'hourly', done: 1, total: 4 }) };
  await show();
  expect(screen.getByText(/every hour, since 07:00/)).toBeTruthy();
  await user().click(screen.getByRole('button', { name: 'Stop the backup' }));
  expect(hub.inputsOf('backups.stop')).toHaveLength(1);
  const refusal = { ...refuse('BACKUP_STOPPED').refusal, details: {} };
  status = { ...status, running: null, last: { kind: 'hourly', at: instant(NOON), file: null, refusal } };
  tell(null);
  expect(await screen.findByText(/was stopped .* Nothing is left of it/, { selector: 'p' })).toBeTruthy();
});

test('says why the newest backup failed, and why one cannot begin', async () => {
  const full = { ...refuse('BACKUP_NO_ROOM', { folder: '/mnt/usb', needed: 900, free: 12 }).refusal, details: {} };
  status = { ...status, last: { kind: 'hourly', at: instant(NOON), file: null, refusal: full } };
  hub.answers('backups.start', () => refuse('BACKUP_RUNNING'));
  await show();
  expect(screen.getByText(/The newest backup failed/)).toBeTruthy();
  expect(screen.getByText(/needs 900 MB in \/mnt\/usb, and 12 MB are free/)).toBeTruthy();
  await user().click(screen.getByRole('button', { name: 'Back up now' }));
  expect((await screen.findByText(/Another backup or restore is under way/)).closest('[role="alert"]')).toBeTruthy();
});

test('says that the folder cannot be read instead of calling the list empty', async () => {
  hub.answers('backups.list', () => refuse('BACKUP_FOLDER', { folder: '/mnt/usb', problem: 'it is not there' }));
  await show();
  expect(await screen.findByText(/The backup folder \/mnt\/usb cannot be used/)).toBeTruthy();
  expect(screen.queryByText('There is no backup yet')).toBeNull();
});

test('names the store that a restore replaced', async () => {
  status = { ...status, restored: { file: OLD.file, replaced: 'training-replaced-2026-11-21T11-30-00Z.sqlite', at: instant(NOON) } };
  await show();
  expect(screen.getByText(/kept beside it as training-replaced-2026-11-21T11-30-00Z\.sqlite/)).toBeTruthy();
});

test('a restore is begun only by its own button, after the dialog has said what is lost', async () => {
  const hands = user();
  let give: (reply: ReturnType<typeof refuse> | { ok: true; value: { file: string } }) => void = () => {};
  hub.answers(
    'backups.restore',
    () =>
      new Promise<never>((resolve) => {
        give = resolve as never;
      }),
  );
  await show();
  const open = screen.getByRole('button', { name: 'Restore the backup of Sat 21 Nov 06:00, every hour' });
  await hands.click(open);
  const dialog = await screen.findByRole('alertdialog', { name: 'Restore the backup of Sat 21 Nov 06:00?' });
  expect(dialog.textContent).toContain('1,204 confirmed bookings');
  expect(dialog.textContent).toContain('Everything since then is gone from the store');
  expect(dialog.textContent).toContain('Everybody signs in again');
  // Enter at once keeps the store.
  expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Keep the store as it is' }));
  await hands.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(hub.inputsOf('backups.restore')).toHaveLength(0);

  await hands.click(open);
  await hands.click(await screen.findByRole('button', { name: 'Restore this backup' }));
  expect(hub.inputsOf('backups.restore').map(({ file }) => file)).toEqual([OLD.file]);
  tell(running({ kind: 'restore', step: 'checking', done: 1, total: 2 }));
  expect(await within(screen.getByRole('alertdialog')).findByRole('progressbar', { name: 'Checking it' })).toBeTruthy();
  await hands.click(screen.getByRole('button', { name: 'Stop, keep the store' }));
  expect(hub.inputsOf('backups.stop')).toHaveLength(1);
  await act(async () => give(refuse('BACKUP_STOPPED')));
  expect(await screen.findByText(/This was stopped; nothing was changed/)).toBeTruthy();

  await hands.click(screen.getByRole('button', { name: 'Restore this backup' }));
  await act(async () => give({ ok: true, value: { file: OLD.file } }));
  expect(await screen.findByText(/takes the store's place now/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Restore this backup' })).toBeNull();
});

test('asks again when the hub is found again', async () => {
  await show();
  const before = hub.inputsOf('backups.status').length;
  act(() => connectionStale(instant(NOON)));
  act(() => connectionLive());
  await waitFor(() => expect(hub.inputsOf('backups.status').length).toBe(before + 1));
});

test('saves what is made by itself and how much is kept', async () => {
  const hands = user();
  hub.answers('settings.setBackups', ({ requestId: _, ...given }) => {
    if (given.dailyKept > 366) return refuse('SETTING_OUT_OF_RANGE', { setting: 'Days of which a backup is kept', min: 1, max: 366 });
    status = { ...status, settings: given };
    return accept(given);
  });
  await show();
  const form = within(screen.getByRole('form', { name: 'Automatic backups' }));
  await hands.click(form.getByRole('checkbox', { name: /Every hour/ }));
  const days = form.getByRole('textbox', { name: /^Days kept/ });
  await hands.clear(days);
  await hands.type(days, 'x');
  await hands.click(form.getByRole('button', { name: 'Save' }));
  expect(form.getByText('Type a whole number.')).toBeTruthy();
  expect(hub.inputsOf('settings.setBackups')).toHaveLength(0);
  await hands.clear(days);
  await hands.type(days, '999{Enter}');
  expect(await form.findByRole('alert')).toBeTruthy();
  await hands.clear(days);
  await hands.type(days, '60{Enter}');
  expect(await form.findByText('Saved.')).toBeTruthy();
  expect(hub.inputsOf('settings.setBackups').at(-1)).toMatchObject({ hourly: false, atQuit: true, hourlyKept: 24, dailyKept: 60 });
});

test('a big store is told in GB', () => expect(sizeText(3_210_000_000)).toBe('3.2 GB'));

test('stores that restores replaced are listed and counted with the room that they take, and with the rule', async () => {
  const at = NOON - 86_400_000;
  status = {
    ...status,
    replaced: [
      { file: 'live-replaced-2026-11-20T12-00-00Z.sqlite', at, bytes: 21_400_000 },
      { file: 'live-replaced-2026-11-10T12-00-00Z.sqlite', at: at - 864_000_000, bytes: 10_000_000 },
    ],
  };
  await show();
  const list = within(screen.getByRole('list', { name: 'Replaced stores' }));
  expect(list.getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByText('2, 31.4 MB')).toBeTruthy();
  expect(screen.getByText(/Older ones are removed after the next backup/)).toBeTruthy();
});
