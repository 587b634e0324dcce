import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { AdminScreen } from '../../../renderer/admin/admin-screen.tsx';
import { useImport } from '../../../renderer/admin/import-store.ts';
import { applyConsequence, sizeText } from '../../../renderer/admin/import-words.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { base64Of } from '../../../renderer/format/base64.ts';
import { useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { assert } from '../../../shared/assert.ts';
import { UPLOAD_CHUNK_BYTES_MAX } from '../../../shared/bounds.ts';
import type { ReplyOf } from '../../../shared/contract.ts';
import type { TouchedBooking } from '../../../shared/methods/touched-bookings.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';

const PREVIEW = inject('samples').admin.preview;
const COUNTS = PREVIEW.counts;
const COMPARING = inject('samples').admin.importProgress.find(({ stage }) => stage === 'comparing');
assert(COMPARING, 'the run compares the file with the schedule');
const fileOf = (bytes: number, name = 'winter.csv'): File => new File([new Uint8Array(bytes).fill(65)], name);
/** An answer that comes when the test says so. */
function later<Value>(): { answer: Promise<Value>; give: (value: Value) => void } {
  let give: (value: Value) => void = () => undefined;
  const answer = new Promise<Value>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}

let hub: FakeBridge;
let received: number;

/** The schedule is applied after it was asked, with the focus on the button that leaves it as it is. */
async function apply(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: 'Apply' }));
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Leave the schedule as it is'));
  await userEvent.click(screen.getByRole('button', { name: 'Apply the schedule' }));
}

beforeEach(() => {
  // No layout here: the list of problems needs a height to draw its rows in.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
  received = 0;
  hub = new FakeBridge()
    .answers('schedule.upload', ({ bytes }) => {
      received += atob(bytes).length;
      return accept({ received });
    })
    .gives('schedule.preview', PREVIEW)
    .gives('schedule.cancel', {});
  openConsole(hub, OSEI);
  useImport.getState().forget();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const show = () => render(<AdminScreen screen={{ name: 'admin', tab: 'import' }} />);
async function choose(file: File): Promise<void> {
  const field = document.querySelector('input[type=file]');
  await userEvent.upload(field as HTMLInputElement, file);
}

test('a file goes up in parts, in order, and comes back as a preview', async () => {
  const [warning, refused] = PREVIEW.problems;
  assert(warning && refused, 'the file has two problems');
  const touched = { bookings: [], more: 0, counts: [], unread: 0 };
  hub.gives('schedule.preview', { ...PREVIEW, touched, problems: [warning, { ...refused, line: 1_020 }], problemsMore: 3 });
  show();
  await choose(fileOf(2 * UPLOAD_CHUNK_BYTES_MAX + 5));
  expect(await screen.findByText(/Applying adds 1,095 flights, changes 31, drops 7/)).toBeTruthy();
  const parts = hub.inputsOf('schedule.upload');
  expect(parts.map((each) => each.part)).toEqual([0, 1, 2]);
  expect(new Set(parts.map((each) => each.uploadId)).size).toBe(1);
  expect(received).toBe(2 * UPLOAD_CHUNK_BYTES_MAX + 5);
  expect(hub.inputsOf('schedule.preview')).toEqual([{ uploadId: parts[0]?.uploadId, name: 'winter.csv' }]);
  expect(screen.getByText('1,460')).toBeTruthy();
  expect(screen.getByText('1 refused, 1 warned; 3 more are not shown')).toBeTruthy();
  expect(screen.getByText('line 1').closest('li')?.textContent).toBe(`line 1warned${warning.problem}`);
  expect(screen.getByText('line 1,020').closest('li')?.textContent).toBe(`line 1,020refused${refused.problem}`);
});

test('a preview shows the period, the flights and what happens to them, and the seat maps chosen', async () => {
  show();
  await choose(fileOf(1));
  expect((await screen.findByText(/Sun 22 Nov 2026 to Sun 21 Nov 2027/)).textContent).toMatch(/^QX/);
  await userEvent.click(screen.getByRole('radio', { name: /^Flights \(/ }));
  const rows = within(screen.getByRole('table', { name: 'Flights of the file' })).getAllByRole('row');
  expect(rows.slice(1, 3).map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^QX 42JFK – LAX.*10:00 → 13:30738\d+dropped$/),
    expect.stringMatching(/^QX 41JFK – LAXSun 22 Nov 2026Sun 21 Nov 202711:00 → 14:30738365\d+ changed$/),
  ]);
  await userEvent.click(screen.getByRole('radio', { name: 'Seat maps (1)' }));
  expect(screen.getByRole('table', { name: 'Seat maps' }).textContent).toContain('738Boeing 737-800, two cabinsJ16 Y144');
});

test('a map that is made from the counts of the file is marked, and what that means is said', async () => {
  const maps = [
    { equipment: '738', seatMap: 'Boeing 737-800, two cabins', capacity: 'J16 Y144', plain: false, made: false, flights: 10 },
    { equipment: 'CR9', seatMap: 'CR9 F12Y64, made from counts', capacity: 'F12 Y64', plain: false, made: true, flights: 22 },
  ];
  hub.gives('schedule.preview', { ...PREVIEW, summary: { ...PREVIEW.summary, seatMaps: maps } });
  show();
  await choose(fileOf(1));
  await userEvent.click(await screen.findByRole('radio', { name: 'Seat maps (2)' }));
  const table = screen.getByRole('table', { name: /^Seat maps/ });
  const rows = within(table).getAllByRole('row');
  expect(rows.slice(1).map((row) => row.textContent)).toEqual(['738Boeing 737-800, two cabinsJ16 Y14410', 'CR9made from countsF12 Y6422']);
  expect(within(rows[2] as HTMLElement).getByText('made from counts').className).toBe('tag warn');
  expect(table.textContent).toContain(
    'Where no map has the seats of the file, one is made from its counts. Seat numbers may differ on board.',
  );
});

test('there was no file to begin from', () => {
  show();
  const link = screen.getByRole('link', { name: 'Download a sample CSV' });
  expect(link.getAttribute('download')).toBe('sample-schedule.csv');
  expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain('carrier,number,suffix,origin');
});

test('a column that nobody understood was one warning among a thousand', async () => {
  const attention = [
    'The column "base_far" is not understood and is left out. Did you mean base_fare?',
    'No flight is dropped by this file: a reason',
  ];
  hub.gives('schedule.preview', { ...PREVIEW, attention });
  show();
  await choose(fileOf(1));
  const first = await screen.findByRole('region', { name: 'Read this first' });
  expect([...first.querySelectorAll('li')].map((item) => item.textContent)).toEqual([attention[0], `${attention[1]}.`]);
});

test('progress is told, and Cancel stops it and changes nothing', async () => {
  const waiting = later<ReplyOf<'schedule.preview'>>();
  hub.answers('schedule.preview', () => waiting.answer);
  show();
  await choose(fileOf(10));
  expect((await screen.findByRole('progressbar')).getAttribute('aria-label')).toBe('Reading the file');
  await act(async () => hub.tell({ notice: true, type: 'schedule.progress', ...COMPARING, done: 0.42 }));
  const bar = screen.getByRole('progressbar', { name: 'Comparing with the schedule' });
  expect(bar.getAttribute('aria-valuenow')).toBe('42');
  expect(bar.textContent).toContain(`winter.csv, ${COMPARING.records} records`);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel import' }));
  expect(hub.inputsOf('schedule.cancel')).toHaveLength(1);
  await act(async () => waiting.give(refuse('IMPORT_CANCELLED')));
  expect(screen.getByRole('button', { name: 'Choose file' })).toBeTruthy();
  expect(screen.queryByRole('alert')?.textContent ?? '').toBe('');
});

test('Apply is done whole and says so', async () => {
  const waiting = later<ReplyOf<'schedule.apply'>>();
  hub.answers('schedule.apply', () => waiting.answer);
  show();
  await choose(fileOf(10));
  await apply();
  expect(await screen.findByText(/All desks go on selling\. The new schedule takes the place of the old one at the end/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel import' }));
  expect(hub.inputsOf('schedule.cancel')).toHaveLength(1);
  await act(async () => waiting.give(accept({ counts: COUNTS })));
  expect((await screen.findByRole('status')).textContent).toContain('winter.csv is applied.');
  await userEvent.click(screen.getByRole('button', { name: 'Import another file' }));
  expect(screen.getByRole('button', { name: 'Choose file' })).toBeTruthy();
});

test('a stale preview is made again from the same file', async () => {
  hub.answers('schedule.apply', () => refuse('IMPORT_STALE'));
  show();
  await choose(fileOf(10));
  await apply();
  expect((await screen.findByRole('alert')).textContent).toBe('The schedule changed after this preview. Make a new preview.');
  await userEvent.click(screen.getByRole('button', { name: 'Make a new preview' }));
  await waitFor(() => expect(hub.inputsOf('schedule.preview')).toHaveLength(2));
  expect(await screen.findByRole('button', { name: 'Apply' })).toBeTruthy();
});

test.each([
  [
    'FILE_UNREADABLE',
    { problem: 'line 1 has 80 bytes' },
    /neither SSIM chapter 7 nor the CSV of the manual\. See the first problem: line 1 has 80 bytes/,
  ],
  ['IMPORT_RUNNING', {}, /Another import is running\. Wait for it or cancel it/],
  ['STORE_FULL', {}, /The disk is full/],
] as const)('%s of a preview is shown where the next file is chosen', async (code, details, said) => {
  hub.answers('schedule.preview', () => refuse(code, details));
  show();
  await choose(fileOf(10));
  expect((await screen.findByRole('alert')).textContent).toMatch(said);
  expect(screen.getByRole('button', { name: 'Choose file' })).toBeTruthy();
});

test('an empty file is not sent at all', async () => {
  show();
  await choose(fileOf(0));
  expect((await screen.findByRole('alert')).textContent).toMatch(/the file is empty/);
  expect(hub.asked).toEqual([]);
});

test('a part that is refused stops the rest', async () => {
  hub.answers('schedule.upload', ({ part }) =>
    part === 1 ? refuse('UPLOAD_OUT_OF_ORDER', { part: 1, expected: 0 }) : accept({ received: 1 }),
  );
  show();
  await choose(fileOf(3 * UPLOAD_CHUNK_BYTES_MAX));
  expect((await screen.findByRole('alert')).textContent).toMatch(/Choose the file again/);
  expect(hub.inputsOf('schedule.upload')).toHaveLength(2);
  expect(hub.inputsOf('schedule.preview')).toHaveLength(0);
});

test('the bookings that it touches come first, each with what the schedule would mean for it', async () => {
  const leaves = Date.UTC(2026, 10, 24, 15);
  const one: TouchedBooking = {
    ...{ bookingId: 5, locator: 'R4TM8W', held: false, passengers: 2, flight: 'QX 41', origin: 'JFK', originZone: 'America/New_York' },
    ...{ departsAt: leaves, leavesAt: leaves, leavesZone: 'America/New_York', destination: 'LAX', kind: 'cancelled', movedMinutes: 0 },
  };
  const moved: TouchedBooking = {
    ...one,
    bookingId: 6,
    locator: 'K7QF2M',
    held: true,
    leavesAt: leaves + 5_400_000,
    kind: 'movedFar',
    movedMinutes: 90,
  };
  const touched = { bookings: [one, moved], more: 3, counts: [], unread: 0 };
  hub.gives('schedule.preview', { ...PREVIEW, counts: { ...COUNTS, bookingsTouched: 5 }, touched });
  show();
  await choose(fileOf(10));
  const rows = within(await screen.findByRole('table', { name: 'Bookings touched' })).getAllByRole('row');
  expect(rows.slice(1).map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join(' | '))).toEqual([
    'R4TM8W | 2 | QX 41 | JFK | Tue 24 Nov 10:00 |  | cancelled by QX',
    'K7QF2M on hold | 2 | QX 41 | JFK | Tue 24 Nov 10:00 | Tue 24 Nov 11:30 | 1 h 30 later, beyond the limit',
  ]);
  expect(screen.getByText('3 more bookings are touched and not listed, none of them worse.')).toBeTruthy();
  // The list is one stop of the Tab key, and the arrows walk it: each of a hundred rows was a stop.
  expect(screen.getByRole('button', { name: 'K7QF2M' }).tabIndex).toBe(-1);
  act(() => screen.getByRole('button', { name: 'R4TM8W' }).focus());
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('K7QF2M');
  await userEvent.keyboard('{Home}{Enter}');
  expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 5 });
});

test('another supervisor begins with no import, and a late answer changes nothing', async () => {
  const waiting = later<ReplyOf<'schedule.preview'>>();
  hub.answers('schedule.preview', () => waiting.answer);
  show();
  await choose(fileOf(10));
  await screen.findByRole('progressbar');
  act(() => useSession.setState({ session: { user: 'ruiz', display: 'Ana Ruiz', role: 'supervisor', desk: 'T1-04' } }));
  await act(async () => waiting.give(accept(PREVIEW)));
  expect(useImport.getState().step).toEqual({ at: 'choosing' });
});

test('bytes of any value and number survive as base64', () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  expect([...atob(base64Of(bytes))].every((sign, index) => sign.charCodeAt(0) === bytes[index])).toBe(true);
});

test.each([
  [{ added: 0, changed: 0, dropped: 0 }, 'The schedule holds all of this already: applying changes nothing.'],
  [{ added: 1, changed: 0, dropped: 0, bookingsTouched: 0 }, 'Applying adds 1 flight. No booking is touched.'],
  [
    { added: 0, changed: 2, dropped: 1, bookingsTouched: 2 },
    'Applying changes 2, drops 1, which can no longer be sold. 2 bookings are on flights that change or drop, and must be looked at.',
  ],
])('%j is said as a consequence', (change, said) => expect(applyConsequence({ ...COUNTS, ...change })).toBe(said));

test.each([
  [10, '1 KB'],
  [220_400, '220 KB'],
  [1_440_000, '1.4 MB'],
])('%i bytes are %s', (bytes, said) => expect(sizeText(bytes)).toBe(said));
