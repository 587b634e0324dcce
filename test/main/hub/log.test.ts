import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
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

it('keeps to its size: the file and the one before', () => {
  const file = join(folder, 'aisle.log');
  const log = openLog({ file, bytesMax: 1_000 });
  for (let number = 0; number < 200; number++) log.info({ number }, 'Something happened.');
  log.close();
  expect(statSync(file).size).toBeLessThan(1_200);
  expect(statSync(`${file}.1`).size).toBeLessThan(1_200);
  expect(lines(file).at(-1)).toMatchObject({ number: 199 });
});

it('does no harm where nothing can be written', () => {
  const log = openLog({ file: join(folder, 'aisle.log', '\u0000', 'x') });
  log.info({}, 'Started.');
  log.close();
});
