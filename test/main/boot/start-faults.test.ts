import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigRefused, readConfig } from '../../../main/boot/config.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-start-'));
  file = join(folder, 'hub.env');
  writeFileSync(join(folder, 'a-file'), '');
  mkdirSync(join(folder, 'there'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a start with this file of settings says, before it opens a store. */
const faultsOf = (text: string, { args = [] as string[], starts = true } = {}): string[] => {
  writeFileSync(file, text);
  try {
    readConfig({ args: [`--config=${file}`, ...args], env: {}, dataDir: join(folder, 'store'), starts });
  } catch (error) {
    if (error instanceof ConfigRefused) return error.message.replaceAll(file, 'FILE').replaceAll(folder, 'HERE').split('\n');
    throw error;
  }
  return [];
};
const NO_FOLDER = 'must be a folder that can be written, and HERE';

describe('a hub that is started for the first time', () => {
  it.each<[string, string[]]>([
    ['AISLE_HOME=BOS\nAISLE_BACKUPS=there\nAISLE_DATA=there/store', []],
    // A folder that is not there yet is made.
    ['AISLE_BACKUPS=there/new/er', []],
    ['# a comment\nAISLE_HOME=XQX', ['Line 2 of FILE: AISLE_HOME must be an airport, and none is called XQX.']],
    ['AISLE_BACKUPS=a-file', [`Line 1 of FILE: AISLE_BACKUPS ${NO_FOLDER}/a-file is none: it is no folder.`]],
    ['AISLE_BACKUPS=a-file/backups', [`Line 1 of FILE: AISLE_BACKUPS ${NO_FOLDER}/a-file/backups is none: it is no folder.`]],
    ['AISLE_DATA=a-file', [`Line 1 of FILE: AISLE_DATA ${NO_FOLDER}/a-file is none: it is no folder.`]],
    // All that is wrong is named at once, also what is written well.
    [
      'AISLE_PORT=x\nAISLE_HOME=XQX\nAISLE_BACKUPS=a-file\nAISLE_DESK=SIM-01',
      [
        'Line 1 of FILE: AISLE_PORT must be a number from 0 to 65535.',
        'Line 4 of FILE: AISLE_DESK must be 1 to 16 capital letters, digits or -, such as T1-04, and not begin with SIM-, which is kept for simulated desks.',
        `Line 3 of FILE: AISLE_BACKUPS ${NO_FOLDER}/a-file is none: it is no folder.`,
        'Line 2 of FILE: AISLE_HOME must be an airport, and none is called XQX.',
      ],
    ],
    // What is written wrongly is named once.
    ['AISLE_HOME=xq', ['Line 1 of FILE: AISLE_HOME must be an airport of three capital letters, such as JFK.']],
    // Which store is meant is not known.
    ['AISLE_MODE=real\nAISLE_HOME=XQX', ['Line 1 of FILE: AISLE_MODE must be live or training.']],
    // The console of another hub has neither a home nor backups.
    ['AISLE_HUB=https://10.0.0.5:4610\nAISLE_HOME=XQX\nAISLE_BACKUPS=a-file', []],
  ])('%j: what it says', (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
    expect(readdirSync(join(folder, 'there')), 'a trial leaves nothing').toEqual([]);
  });

  it('says of an argument that it was one', () => {
    expect(faultsOf('AISLE_HOME=BOS', { args: ['--home', 'XQX'] })).toEqual(['--home must be an airport, and none is called XQX.']);
  });

  it.runIf(process.platform === 'linux')('says of a folder in which nothing can be made what is wrong with it', () => {
    expect(faultsOf('AISLE_BACKUPS=/proc/backups')).toEqual([
      'Line 1 of FILE: AISLE_BACKUPS must be a folder that can be written, and /proc/backups is none: it is not there.',
    ]);
  });
});

describe('a hub whose store is there', () => {
  beforeEach(() => {
    mkdirSync(join(folder, 'store'));
    writeFileSync(join(folder, 'store', 'training.sqlite'), '');
  });

  it('looks its home up once the store is open, which may know more airports', () => {
    expect(faultsOf('AISLE_HOME=XQX')).toEqual([]);
    expect(faultsOf('AISLE_HOME=XQX\nAISLE_MODE=live'), 'the live store is not').toHaveLength(1);
  });

  it.runIf(process.platform === 'linux')('opens without the disk of its backups, so that the counter is not closed', () => {
    expect(faultsOf('AISLE_BACKUPS=/proc/backups')).toEqual([]);
    expect(faultsOf('AISLE_BACKUPS=a-file'), 'a file is no missing disk').toHaveLength(1);
  });
});

it('a command that starts no hub looks at none of this', () => {
  expect(faultsOf('AISLE_HOME=XQX\nAISLE_BACKUPS=a-file', { starts: false })).toEqual([]);
});
