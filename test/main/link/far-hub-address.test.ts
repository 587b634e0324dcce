import { expect, it } from 'vitest';
import { farHubAddress, hostOf, portOf } from '../../../main/link/far-hub-address.ts';

it.each([
  ['https://10.0.0.5:4610', '10.0.0.5', 4610],
  ['https://jfk-hub:4610/', 'jfk-hub', 4610],
  ['https://[fd00::2]:4610', 'fd00::2', 4610],
  ['https://hub.example', 'hub.example', 443],
])('%s is the address of a hub', (text, host, port) => {
  const address = farHubAddress(text);
  expect(address && [hostOf(address), portOf(address)]).toEqual([host, port]);
});

it.each([
  '',
  '10.0.0.5:4610',
  'http://10.0.0.5:4610',
  'wss://10.0.0.5:4610',
  'https://10.0.0.5:4610/console',
  'https://a:b@10.0.0.5',
  'https://10.0.0.5/?x',
])('%j is none', (text) => expect(farHubAddress(text)).toBeUndefined());
