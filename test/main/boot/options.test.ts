import { expect, test } from 'vitest';
import { readConfig } from '../../../main/boot/config.ts';
import { HUB_OPTIONS, hubUsage } from '../../../main/boot/options.ts';

const USAGE = hubUsage();
const lineOf = (option: string): string => USAGE.split('\n').find((line) => line.trimStart().startsWith(`--${option}`)) ?? '';

test('the usage of a hub has a line for each option, and fits beside another window', () => {
  for (const option of [...Object.keys(HUB_OPTIONS), 'help']) expect(lineOf(option) !== '', option).toBe(option !== 'hub');
  for (const line of USAGE.split('\n')) expect(line.length, line).toBeLessThanOrEqual(110);
});

test('what it says of a host is so: whatever leaves this computer is encrypted', () => {
  const { host } = readConfig({ args: [], env: {}, dataDir: '/usual' });
  expect(lineOf('host')).toContain(`(${host})`);
  expect(lineOf('host')).toMatch(/other computers reach it, encrypted$/);
});
