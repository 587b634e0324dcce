import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, serviceConfigFile } from '../../main/boot/config.ts';
import { root, textOf } from '../tidy/project-files.ts';

test('the settings for a service can be used as they are', () => {
  const config = readConfig({ args: ['--config', path.join(root, 'build/service/aisle.env')], env: {}, dataDir: '/usual' });
  expect(config).toMatchObject({ port: 4610, host: '0.0.0.0', mode: 'live', desk: 'HUB-1', home: 'JFK' });
});

test('the commands look for the settings of a service where its unit and its service of Windows say they are', () => {
  expect(textOf('build/service/aisle-hub.service')).toContain(`AISLE_CONFIG=${serviceConfigFile({}, 'linux')}\n`);
  const onWindows = serviceConfigFile({ ProgramData: '%ProgramData%' }, 'win32');
  expect(textOf('build/service/aisle-hub.xml')).toContain(`<env name="AISLE_CONFIG" value="${onWindows}"/>`);
  expect(serviceConfigFile({}, 'darwin')).toBeUndefined();
});

test('docs/running.md tells of every file for a service', () => {
  const doc = textOf('docs/running.md');
  for (const name of ['aisle-hub.service', 'aisle-hub.xml', 'aisle.env', 'Containerfile']) expect(doc).toContain(name);
});
