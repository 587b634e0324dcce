import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigRefused, readConfig } from '../../../main/boot/config.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-config-'));
  file = join(folder, 'hub.env');
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (text: string, args: string[] = [], env: Record<string, string> = {}) => {
  writeFileSync(file, text);
  return readConfig({ args: [`--config=${file}`, ...args], env, dataDir: join(folder, 'store') });
};
const faultsOf = (text: string, args: string[] = [], env: Record<string, string> = {}): string[] => {
  try {
    read(text, args, env);
  } catch (error) {
    if (error instanceof ConfigRefused) return error.message.replaceAll(file, 'FILE').split('\n');
    throw error;
  }
  return [];
};

describe('the file of settings', () => {
  const TEXT = `# The hub of the station.

AISLE_PORT=4611
AISLE_HOST=0.0.0.0
AISLE_DATA=store of the station
AISLE_BACKUPS=/mnt/backups
AISLE_MODE=live
AISLE_DESK=HUB-1
AISLE_HOME=LAX
AISLE_LOG_MB=7
AISLE_LOG_FILES=9
`;

  it('is read, and a path in it is relative to it', () => {
    expect(read(TEXT)).toEqual({
      port: 4611,
      host: '0.0.0.0',
      dataDir: join(folder, 'store of the station'),
      backupsDir: resolve('/mnt/backups'),
      mode: 'live',
      desk: 'HUB-1',
      home: 'LAX',
      said: { desk: `Line 8 of ${file}: AISLE_DESK`, home: `Line 9 of ${file}: AISLE_HOME` },
      log: { bytesMax: 7 * 1_048_576, filesMax: 9 },
    });
  });

  it('is read alike by Node itself', () => {
    expect(parseEnv(TEXT)).toMatchObject({ AISLE_DATA: 'store of the station', AISLE_LOG_FILES: '9' });
  });

  it('counts after the environment, and that after the arguments', () => {
    const env = { AISLE_PORT: '2', AISLE_HOME: 'BOS', AISLE_MODE: 'live' };
    expect(read(TEXT, ['--port', '1', '--training'], env)).toMatchObject({ port: 1, home: 'BOS', desk: 'HUB-1', mode: 'training' });
  });

  it('is named by the environment too', () => {
    writeFileSync(file, 'AISLE_DESK=HUB-2');
    expect(readConfig({ args: [], env: { AISLE_CONFIG: file }, dataDir: folder })).toMatchObject({ desk: 'HUB-2' });
  });

  it('has a usual place beside the store, where it may be missing', () => {
    const usual = { args: [], env: {}, dataDir: join(folder, 'store') };
    expect(readConfig(usual)).toMatchObject({ desk: 'T1-01' });
    writeFileSync(join(folder, 'aisle.env'), 'AISLE_DESK=HUB-3\r\n');
    expect(readConfig(usual)).toMatchObject({ desk: 'HUB-3' });
  });

  it.each([
    ['AISLE_PORT', ['Line 1 of FILE: this is not NAME=value, and no comment that begins with #.']],
    ['\n; a comment of another kind', ['Line 2 of FILE: this is not NAME=value, and no comment that begins with #.']],
    ['export AISLE_PORT=1', ['Line 1 of FILE: this is not NAME=value, and no comment that begins with #.']],
    ['AISLE_PROT=4611', ['Line 1 of FILE: there is no setting AISLE_PROT. Is AISLE_PORT meant?']],
    ['aisle_port=4611', ['Line 1 of FILE: there is no setting aisle_port. Is AISLE_PORT meant?']],
    ['PORT=4611', ['Line 1 of FILE: there is no setting PORT. Is AISLE_PORT meant?']],
    ['COLOUR_OF_THE_ROOM=1', ['Line 1 of FILE: there is no setting COLOUR_OF_THE_ROOM.']],
    ['AISLE_CONFIG=other', ['Line 1 of FILE: AISLE_CONFIG names this file, and cannot stand in it.']],
    ['AISLE_HOST="::1"', ['Line 1 of FILE: write the value of AISLE_HOST bare: no quotes, no blanks around it, no comment behind it.']],
    ['AISLE_PORT=1 # one', ['Line 1 of FILE: write the value of AISLE_PORT bare: no quotes, no blanks around it, no comment behind it.']],
    ['AISLE_PORT= 1', ['Line 1 of FILE: write the value of AISLE_PORT bare: no quotes, no blanks around it, no comment behind it.']],
    ['AISLE_PORT=1\nAISLE_PORT=2', ['Line 2 of FILE: AISLE_PORT stands there twice: take one of them out.']],
    ['AISLE_LOG_MB=0', ['Line 1 of FILE: AISLE_LOG_MB must be a number from 1 to 1000.']],
    // Nothing is said by an empty value.
    ['AISLE_PORT=', []],
  ])('%j: its faults', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it.each<[string, (() => void) | undefined, string[], string]>([
    ['is found where this person has no store of their own', undefined, [], 'HUB-9'],
    ['gives way to the usual file', () => writeFileSync(join(folder, 'aisle.env'), 'AISLE_DESK=HUB-3'), [], 'HUB-3'],
    ['gives way to the usual store', () => mkdirSync(join(folder, 'store')), [], 'T1-01'],
    ['says nothing of a store that is named', undefined, ['--data', '/elsewhere'], 'T1-01'],
  ])('of the service %s', (_, prepare, args, desk) => {
    const serviceFile = join(folder, 'service.env');
    writeFileSync(serviceFile, 'AISLE_DESK=HUB-9');
    prepare?.();
    expect(readConfig({ args, env: {}, dataDir: join(folder, 'store'), serviceFile })).toMatchObject({ desk });
  });

  it('of the service may be missing', () => {
    const serviceFile = join(folder, 'none.env');
    expect(readConfig({ args: [], env: {}, dataDir: join(folder, 'store'), serviceFile })).toMatchObject({ desk: 'T1-01' });
  });

  it('that is named and not there is a fault', () => {
    const source = { args: ['--config', join(folder, 'none')], env: {}, dataDir: folder };
    expect(() => readConfig(source)).toThrow(`There is no file ${join(folder, 'none')}.`);
  });

  it('that is a folder is a fault', () => {
    expect(() => readConfig({ args: ['--config', folder], env: {}, dataDir: folder })).toThrow('cannot be read (EISDIR)');
  });
});

it('names every fault of arguments, environment and file at once', () => {
  const faults = faultsOf('AISLE_MODE=real\nAISLE_DEKS=B-1', ['--port', 'x', '--hots', '--live', '--training', 'word'], {
    AISLE_HOME: 'ny',
  });
  expect(faults).toEqual([
    'There is no option --hots. Is --host meant?',
    'word is no option.',
    'Choose one of --live and --training.',
    '--port must be a number from 0 to 65535.',
    'AISLE_HOME must be an airport of three capital letters, such as JFK.',
    'Line 2 of FILE: there is no setting AISLE_DEKS. Is AISLE_DESK meant?',
    'Line 1 of FILE: AISLE_MODE must be live or training.',
  ]);
});

it('names a variable that looks like a setting and is none', () => {
  expect(faultsOf('', [], { AISLE_BACKUP: '/mnt' })).toEqual([
    'There is no setting AISLE_BACKUP, and the environment has it. Is AISLE_BACKUPS meant?',
  ]);
});
