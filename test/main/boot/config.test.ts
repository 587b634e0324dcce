import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataDir, readConfig } from '../../../main/boot/config.ts';

describe('how Aisle is asked to start', () => {
  it('has an answer to every question', () => {
    const config = readConfig({ args: [], env: {}, dataDir: '/usual' });
    expect(config).toEqual({
      port: undefined,
      host: '127.0.0.1',
      dataDir: '/usual',
      backupsDir: join('/usual', 'backups'),
      mode: undefined,
      desk: 'T1-01',
      home: 'JFK',
      said: { desk: '--desk or AISLE_DESK', home: '--home or AISLE_HOME' },
      log: { bytesMax: 5_242_880, filesMax: 5 },
    });
  });

  it('takes arguments before the environment', () => {
    const env = { AISLE_PORT: '1', AISLE_HOST: '::1', AISLE_DATA: 'there', AISLE_BACKUPS: 'disk', AISLE_DESK: 'B-1', AISLE_HOME: 'LAX' };
    expect(readConfig({ args: [], env, dataDir: '/usual' })).toMatchObject({
      port: 1,
      host: '::1',
      dataDir: resolve('there'),
      backupsDir: resolve('disk'),
      mode: undefined,
      desk: 'B-1',
      home: 'LAX',
    });
    const args = ['--port', '4611', '--host=0.0.0.0', '--data', 'here', '--backups', 'tape', '--desk', 'T1-04', '--home', 'BOS', '--live'];
    expect(readConfig({ args, env, dataDir: '/usual' })).toMatchObject({
      port: 4611,
      host: '0.0.0.0',
      dataDir: resolve('here'),
      backupsDir: resolve('tape'),
      mode: 'live',
      desk: 'T1-04',
      home: 'BOS',
    });
  });

  it('finds its own arguments among those of a browser', () => {
    const args = [
      '/app',
      '--remote-debugging-port=0',
      '--no-sandbox',
      '--data',
      'here',
      'https://example.org',
      '--porter',
      '--port=7',
      '--inspect',
    ];
    expect(readConfig({ args, env: {}, amongOthers: true, dataDir: '/usual' })).toMatchObject({ port: 7, dataDir: resolve('here') });
  });

  it.each([
    [['--port', 'x'], '--port must be a number from 0 to 65535'],
    [['--port', '65536'], '--port must be'],
    [['--port', '-1'], '--port'],
    [['--port'], '--port'],
    [['--host', 'a b'], '--host must be'],
    [['--desk', 'low'], '--desk must be'],
    // Pairing refuses it too: what is done there would count as practice.
    [['--desk', 'SIM-01'], 'not begin with SIM-'],
    [['--home', 'New York'], '--home must be'],
    [['--data', ''], '--data must be'],
    [['--backups', ''], '--backups must be'],
    [['--live', '--training'], 'Choose one'],
    [['--what'], '--what'],
    [['here'], 'here'],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => readConfig({ args, env: {}, dataDir: '/usual' })).toThrow(sentence);
  });

  it.each([
    ['linux', {}, join('/home/a', '.config', 'Aisle', 'store')],
    ['linux', { XDG_CONFIG_HOME: '/config' }, join('/config', 'Aisle', 'store')],
    ['darwin', {}, join('/home/a', 'Library', 'Application Support', 'Aisle', 'store')],
    ['win32', { APPDATA: '/data' }, join('/data', 'Aisle', 'store')],
  ] as const)('keeps the store where programs keep theirs on %s', (platform, env, folder) => {
    expect(defaultDataDir(env, platform, '/home/a')).toBe(folder);
  });
});
