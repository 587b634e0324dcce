import { expect, test } from 'vitest';
import { isInClear } from '../../../renderer/client/in-clear.ts';

test.each<[address: string, clear: boolean]>([
  ['http://127.0.0.1:4610/', false],
  ['http://localhost:4610/', false],
  ['http://[::1]:4610/', false],
  ['aisle://console/', false],
  ['https://hub.example/', false],
  ['http://10.1.2.3:4610/', true],
  ['http://localhost.example/', true],
  ['http://hub/', true],
])('a page at %s is read by others on the network: %s', (address, clear) => {
  const { protocol, hostname } = new URL(address);
  expect(isInClear({ protocol, hostname })).toBe(clear);
});
