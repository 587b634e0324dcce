import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { doImportTask } from '../../../main/import/do-import-task.ts';
import { previewImport } from '../../../main/import/import-job.ts';
import { hubImportStore } from '../../../main/import/import-store.ts';
import type { RunImportTask } from '../../../main/import/import-task.ts';
import { composeMessage } from '../../../main/messages/compose-message.ts';
import type { Input } from '../../../shared/contract.ts';
import { dateOfDay, dayNumber } from '../../../shared/instants.ts';
import { legChangeWords } from '../../../shared/leg-change-words.ts';
import { ANA, codeOf, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

const HEADER = 'carrier,number,origin,destination,from,to,departs,arrives,equipment';
const facts = {
  ...{ name: 'New Bridge Airport', city: 'New Bridge', cityCode: 'XNB', country: 'US' },
  ...{ north: 360_000, east: -950_000, zone: 'America/Chicago', closed: false },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-airports-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function airline() {
  const core = await openTestHub();
  const today = Math.floor(core.clock.now() / 86_400_000);
  let files = 0;
  const set = async (more: Partial<Input<'airports.set'>>) =>
    value(
      await core.hub.execute(
        'airports.set',
        { requestId: core.requestId(), code: 'XNB', from: dateOfDay(today), ...facts, basedOn: 0, reason: 'opens', ...more },
        MERCY,
      ),
    );
  return {
    ...core,
    set,
    day: (days: number) => dateOfDay(today + days),
    /** `whileRead`: happens after the file was read, and before it is compared. */
    async look(rows: readonly string[], whileRead = async () => {}) {
      const run: RunImportTask = async (task, _signal, hear) => {
        await doImportTask(task, () => core.reference, hear);
        await whileRead();
      };
      const store = hubImportStore(core.hub, run);
      const file = path.join(folder, `${++files}.csv`);
      writeFileSync(file, [HEADER, ...rows].join('\n'));
      const { signal } = new AbortController();
      const reply = await previewImport({ file, name: 'a.csv', importId: `import-000${files}`, store, signal, progress: () => {} });
      return { reply, apply: async () => store.apply(value(reply).apply, SYSTEM, core.requestId()) };
    },
    flights: () =>
      core.db
        .query<{ service_day: number; departs_at: number }>(
          'SELECT service_day, departs_at FROM flights WHERE cancelled = 0 ORDER BY departs_at',
        )
        .all(),
  };
}

test('a file with an airport that was added is read, and each of its days by the zone of that day', async () => {
  const { set, day, look, flights } = await airline();
  const row = `QA,700,XNB,JFK,${day(1)},${day(4)},10:00,14:00,320`;
  const other = `QA,702,JFK,ORD,${day(1)},${day(1)},10:00,12:00,320`;
  const before = value((await look([row, other])).reply).preview;
  expect(before).toMatchObject({ counts: { added: 1 }, problems: [{ problem: 'origin: no airport is called "XNB"' }] });
  await set({});
  await set({ from: day(3), zone: 'America/New_York', basedOn: 1 });
  const { reply, apply } = await look([row]);
  expect(value(reply).preview).toMatchObject({ counts: { added: 4 }, problems: [] });
  value(await apply());
  // 10:00 in Chicago is 16:00 UTC, in New York 15:00.
  const hours = (await flights()).map(({ service_day, departs_at }) => `${dateOfDay(service_day)} ${new Date(departs_at).getUTCHours()}`);
  expect(hours).toEqual([`${day(1)} 16`, `${day(2)} 16`, `${day(3)} 15`, `${day(4)} 15`]);
});

test('days before an airport opens, and after it closes, are refused, and the others are read', async () => {
  const { set, day, look, flights } = await airline();
  await set({ from: day(3) });
  await set({ from: day(6), closed: true, basedOn: 1 });
  const { reply, apply } = await look([
    `QA,700,XNB,JFK,${day(1)},${day(8)},10:00,14:00,320`,
    // It lands on the day on which XNB opens.
    `QA,701,JFK,XNB,${day(2)},${day(2)},23:30,01:00,320`,
  ]);
  const { preview } = value(reply);
  expect(preview.problems).toMatchObject([
    { line: 2, severity: 'refused', problem: 'On 5 of its days XNB is not open by Admin, Airports' },
  ]);
  expect(preview.counts).toMatchObject({ added: 4, refused: 1 });
  value(await apply());
  expect((await flights()).map(({ service_day }) => service_day - dayNumber(day(0)))).toEqual([2, 3, 4, 5]);
});

test('after a zone was corrected, the same file moves the flights to their local times', async () => {
  const { set, day, look, flights } = await airline();
  await set({});
  const row = `QA,700,XNB,JFK,${day(1)},${day(2)},23:30,03:30,320`;
  value(await (await look([row])).apply());
  const [first] = await flights();
  await set({ zone: 'America/New_York', basedOn: 1 });
  expect((await flights())[0]).toEqual(first);
  const { reply, apply } = await look([row]);
  expect(value(reply).preview.counts).toMatchObject({ added: 0, changed: 2, dropped: 0 });
  value(await apply());
  const [moved] = await flights();
  expect([moved?.service_day, (first?.departs_at ?? 0) - (moved?.departs_at ?? 0)]).toEqual([first?.service_day, 3_600_000]);
});

test('a flight that moves because a zone was corrected was said to leave at the hour of the wrong zone, without a word why', async () => {
  const { set, day, look, hub, hold, requestId } = await airline();
  await set({});
  const row = `QA,700,XNB,JFK,${day(1)},${day(1)},10:00,14:00,320`;
  value(await (await look([row])).apply());
  const { bookingId } = value(
    await hub.change('payments.confirm', { ...sale(value(await hold(1, ['20A']))), approved: [] }, ANA, requestId()),
  );
  value(
    await hub.change(
      'messages.configure',
      { mail: null, webhook: { address: 'http://127.0.0.1/', sms: false, push: true } },
      MERCY,
      requestId(),
    ),
  );
  const got = async () => value(await hub.ask('bookings.get', { bookingId }, ANA));
  await set({ zone: 'America/New_York', basedOn: 1 });
  expect((await got()).scheduled, 'what was not moved stands as it was sold').toMatchObject([
    { originZone: 'America/Chicago', kind: 'none' },
  ]);
  const { reply, apply } = await look([row]);
  const corrected = { kind: 'moved', movedMinutes: -60, rezoned: ['XNB'] };
  const [touched] = value(reply).preview.touched.bookings;
  expect(touched).toMatchObject({ ...corrected, originZone: 'America/Chicago', leavesZone: 'America/New_York' });
  expect(touched && legChangeWords(touched)).toBe('1 h 00 earlier, time zone of XNB corrected');
  value(await apply());
  const { scheduled, history } = await got();
  expect(scheduled).toMatchObject([{ ...corrected, originZone: 'America/New_York' }]);
  expect(history[0]?.text).toBe(`QA 700 of ${day(1)}, 10:00 at XNB, leaves at 10:00 now, 1 h 00 earlier, time zone of XNB corrected`);
  const { booking } = value(await hub.ask('reaccommodation.of', { bookingId }, ANA));
  expect(booking.legs).toMatchObject([{ originZone: 'America/Chicago', now: { originZone: 'America/New_York' } }]);
  const { text } = composeMessage(value(await hub.look('messages.content', { messageId: 1 })));
  expect(text).toMatch(/QA 700 of .* at 10:00 now leaves on .* at 10:00 and arrives on .* at 14:00\./);
  expect(text).toContain('The time zone of New Bridge was corrected. All times are told by the right one now.');
  expect(text).toMatch(/was to depart .* 10:00\n {2}departs .* 10:00/);
});

test('days on which a corrected zone leaves a flight no time were said to have a change of clocks', async () => {
  const { set, day, look } = await airline();
  await set({});
  await set({ from: day(3), zone: 'America/Denver', basedOn: 1 });
  const { preview } = value((await look([`QA,700,XNB,JFK,${day(1)},${day(4)},10:00,11:30,320`])).reply);
  expect(preview.problems.map(({ problem }) => problem)).toContain(
    'On 2 of its days the corrected time zone of XNB leaves the flight no time',
  );
  expect(preview.counts).toMatchObject({ added: 2, refused: 1 });
});

test('a file that was read by airports which changed meanwhile is neither shown nor applied', async () => {
  const { set, day, look } = await airline();
  const row = `QA,700,ORD,JFK,${day(1)},${day(2)},10:00,14:00,320`;
  const seen = await look([row]);
  await set({});
  expect(codeOf(await seen.apply())).toBe('IMPORT_STALE');
  let changed = false;
  const during = await look([row], async () => {
    if (!changed) await set({ basedOn: 1, name: 'New Bridge International' });
    changed = true;
  });
  expect(codeOf(during.reply)).toBe('IMPORT_STALE');
});
