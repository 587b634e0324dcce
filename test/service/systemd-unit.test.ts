import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HUB_ENV, HUB_FLAGS } from '../../scripts/start/hub-flags.mjs';
import { textOf } from '../tidy/project-files.ts';
import { isInHubFolder } from './hub-folder.ts';

const text = textOf('build/service/aisle-hub.service');
const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const setting = (name: string) => lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1);
/** Where the deb of electron-builder.yml puts the resources. */
const HUB = '/opt/Aisle/resources/hub/';
const SYSTEMD = ['/usr/bin/systemd-analyze', '/bin/systemd-analyze'].find((file) => spawnSync(file, ['--version']).status === 0);

describe('the unit of systemd', () => {
  it('is made of sections and settings, each set once', () => {
    const sections = lines.filter((line) => line.startsWith('['));
    expect(sections).toEqual(['[Unit]', '[Service]', '[Install]']);
    const names = lines.filter((line) => !line.startsWith('[')).map((line) => /^([A-Z]\w+)=/.exec(line)?.[1] ?? line);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('starts the hub that the package has, with the flags and variables of npm start', () => {
    const [program, ...args] = setting('ExecStart')?.split(' ') ?? [];
    expect(program).toBe('/usr/bin/node');
    expect(args.slice(0, -1)).toEqual(HUB_FLAGS);
    expect(args.at(-1)).toBe(`${HUB}out/main/hub.js`);
    expect(setting('Environment')?.split(' ')).toEqual(expect.arrayContaining(Object.entries(HUB_ENV).map((pair) => pair.join('='))));
    for (const place of text.matchAll(new RegExp(`${HUB}([\\w./-]+)`, 'g'))) expect(isInHubFolder(place[1] ?? ''), place[0]).toBe(true);
    // A flag that this Node does not know would end it.
    expect(spawnSync(process.execPath, [...HUB_FLAGS, '-e', '']).status).toBe(0);
  });

  it('lets the hub write one folder, in which the settings of the service have the store', () => {
    expect(setting('ProtectSystem')).toBe('strict');
    expect(setting('StateDirectory')).toBe('aisle');
    const settings = textOf('build/service/aisle.env');
    expect(settings).toContain('AISLE_DATA=/var/lib/aisle/');
    expect(settings).toContain('AISLE_BACKUPS=/var/lib/aisle/');
    expect(setting('Environment')?.split(' ')).toContain('AISLE_CONFIG=/etc/aisle/aisle.env');
    expect(setting('ConfigurationDirectory')).toBe('aisle');
  });

  // Elsewhere there is no systemd that could judge it.
  it.runIf(SYSTEMD)('is right in the eyes of systemd', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'aisle-unit-'));
    try {
      // systemd looks whether the program can be run, and this computer may have its Node elsewhere.
      const file = path.join(folder, 'aisle-hub.service');
      writeFileSync(file, text.replace('/usr/bin/node', process.execPath));
      const { status, stderr } = spawnSync(SYSTEMD ?? '', ['verify', '--man=no', '--generators=no', file], { encoding: 'utf8' });
      expect({ status, of: stderr.split('\n').filter((line) => line.includes('aisle-hub')) }).toEqual({ status: 0, of: [] });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
