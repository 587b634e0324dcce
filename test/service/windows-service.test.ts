import path from 'node:path';
import { expect, test } from 'vitest';
import { HUB_FLAGS } from '../../scripts/start/hub-flags.mjs';
import { textOf } from '../tidy/project-files.ts';
import { isInHubFolder } from './hub-folder.ts';

const text = textOf('build/service/aisle-hub.xml');
const bare = text.replace(/<!--[\s\S]*?-->|<\?[^?]*\?>/g, '');
const allOf = (name: string) => [...bare.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value]) => value);

/** The elements of a WinSW 2.12 configuration that are used here. WinSW passes over one that it does not know, and says nothing. */
const KNOWN = new Set(
  'service id name description executable argument env workingdirectory startmode depend stoptimeout onfailure resetfailure serviceaccount domain user logpath log sizeThreshold keepFiles'.split(
    ' ',
  ),
);

test('the Windows service is well formed, and made of elements that WinSW knows', () => {
  const open: string[] = [];
  for (const [, end, name = '', self] of bare.matchAll(/<(\/?)(\w+)[^<>]*?(\/?)>/g)) {
    expect(KNOWN.has(name), name).toBe(true);
    if (end) expect(open.pop()).toBe(name);
    else if (!self) open.push(name);
  }
  expect(open).toEqual([]);
  expect(bare.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
});

test('the Windows service starts the hub that the package has, with the flags of npm start', () => {
  const args = allOf('argument');
  expect(args.slice(0, -1)).toEqual(HUB_FLAGS);
  // WinSW stands in the package's service/, beside this file.
  const hub = path.posix.normalize((args.at(-1) ?? '').replace('%BASE%', 'service').replaceAll('\\', '/'));
  expect(hub).toBe('out/main/hub.js');
  expect(isInHubFolder(hub)).toBe(true);
  expect(bare).toContain('<env name="AISLE_CONFIG" value="%ProgramData%\\Aisle\\aisle.env"/>');
  // What Windows and WinSW set by themselves.
  const variables = new Set([...bare.matchAll(/%(\w+)%/g)].map(([, name]) => name));
  expect([...variables].sort()).toEqual(['BASE', 'ProgramData', 'ProgramFiles']);
});
