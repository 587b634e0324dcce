import {
  closeSync,
  existsSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLog } from '../../../main/hub/log.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it('writes a line of JSON for each thing, and says warnings aloud', () => {
  const file = join(folder, 'deep', 'aisle.log');
  const said: string[] = [];
  const log = openLog({ file, warn: (sentence) => said.push(sentence) });
  log.info({ port: 4610 }, 'Started.');
  log.warn({ byMs: 7 }, 'The clock moved.');
  log.close();
  expect(lines(file)).toMatchObject([
    { level: 'info', port: 4610, msg: 'Started.' },
    { level: 'warn', byMs: 7, msg: 'The clock moved.' },
  ]);
  expect(said).toEqual(['The clock moved.']);
});

it('leaves out what belongs to a passenger or opens a door', () => {
  const file = join(folder, 'aisle.log');
  const log = openLog({ file });
  const hidden = { surname: 'SECRET', pin: 'SECRET', token: 'SECRET', phone: 'SECRET', passengers: ['SECRET'] };
  log.info({ ...hidden, booking: hidden, locator: 'K7QF2M' }, 'Confirmed.');
  log.close();
  expect(readFileSync(file, 'utf8')).not.toContain('SECRET');
  expect(lines(file)[0]).toMatchObject({ locator: 'K7QF2M' });
});

it('keeps to its size: the present file, and so many full ones before it', () => {
  const file = join(folder, 'aisle.log');
  const keep = (filesMax: number, from: number, to: number) => {
    const log = openLog({ file, bytesMax: 1_000, filesMax });
    for (let number = from; number < to; number++) log.info({ number }, 'Something happened.');
    log.close();
  };
  const there = () => readdirSync(folder).sort();
  const numbers = () =>
    ['.3', '.2', '.1', ''].flatMap((age) => (existsSync(file + age) ? lines(file + age) : [])).map(({ number }) => number);
  keep(3, 0, 200);
  expect(there()).toEqual(['aisle.log', 'aisle.log.1', 'aisle.log.2', 'aisle.log.3']);
  for (const name of there()) expect(statSync(join(folder, name)).size).toBeLessThan(1_200);
  // Nothing is missing between the oldest line that is kept and the newest one.
  const kept = numbers();
  expect(kept).toEqual(Array.from({ length: kept.length }, (_, at) => 200 - kept.length + at));
  // Fewer are to be kept from now on.
  keep(1, 200, 230);
  expect(there()).toEqual(['aisle.log', 'aisle.log.1']);
});

it('is followed by its name over a change of files, because the full file itself is renamed', () => {
  const file = join(folder, 'aisle.log');
  const log = openLog({ file, bytesMax: 100 });
  log.info({ number: 1 }, 'A line that fills the file. A line that fills the file. A line that fills the file.');
  const reader = openSync(file, 'r');
  const before = fstatSync(reader).ino;
  log.info({ number: 2 }, 'The next file.');
  log.close();
  expect(statSync(`${file}.1`).ino).toBe(before);
  expect(readFileSync(reader, 'utf8')).toContain('"number":1');
  closeSync(reader);
  expect(lines(file)).toMatchObject([{ number: 2 }]);
});

// Each write to this device fails as on a full disk.
it.runIf(existsSync('/dev/full'))('goes on after a full disk, and says how many lines are missing', () => {
  const file = join(folder, 'aisle.log');
  symlinkSync('/dev/full', file);
  const log = openLog({ file });
  log.info({ number: 1 }, 'Lost.');
  log.info({ number: 2 }, 'Lost.');
  unlinkSync(file);
  log.info({ number: 3 }, 'There is room again.');
  log.info({ number: 4 }, 'And still.');
  log.close();
  expect(lines(file)).toMatchObject([
    { level: 'warn', msg: '2 lines are missing before this one, because the log could not be written.' },
    { number: 3 },
    { number: 4 },
  ]);
});

it('does no harm where nothing can be written', () => {
  const log = openLog({ file: join(folder, 'aisle.log', '\u0000', 'x') });
  log.info({}, 'Started.');
  log.close();
});
