import { describe, expect, it, test } from 'vitest';
import { farName, isTrusted, trustedHosts } from '../../../main/transport/trusted-hosts.ts';

describe('whom a hub answers', () => {
  it.each([
    // [listens on, Host, Origin, answers]
    ['127.0.0.1', '127.0.0.1:4610', undefined, true],
    ['127.0.0.1', 'localhost:4610', 'http://localhost:4610', true],
    ['127.0.0.1', '[::1]:4610', 'http://[::1]:4610', true],
    ['127.0.0.1', 'LOCALHOST:4610', 'http://localhost:4610', true],
    ['127.0.0.1', undefined, undefined, false],
    ['127.0.0.1', '', undefined, false],
    ['127.0.0.1', 'evil.example:4610', undefined, false], // a name that was pointed here
    ['127.0.0.1', '192.168.1.7:4610', undefined, false],
    ['127.0.0.1', '127.0.0.1:4610', 'http://evil.example', false], // another site's page
    ['127.0.0.1', '127.0.0.1:4610', 'http://localhost:4610', false], // another name is another origin
    ['127.0.0.1', '127.0.0.1:4610', 'http://127.0.0.1:8080', false],
    ['127.0.0.1', '127.0.0.1:4610', 'null', false],
    ['127.0.0.1', '127.0.0.1:4610@evil.example', undefined, false],
    ['192.168.1.7', '192.168.1.7:4610', 'http://192.168.1.7:4610', true],
    ['desk.airline.example', 'desk.airline.example:4610', undefined, true],
    ['0.0.0.0', '127.0.0.1:4610', undefined, true],
    ['0.0.0.0', 'evil.example', undefined, false],
    ['0.0.0.0', '0.0.0.0:4610', undefined, false],
  ])('on %s: Host %s, Origin %s: %s', (listens, host, origin, answers) => {
    expect(isTrusted(trustedHosts(listens), { host, origin }, false)).toBe(answers);
  });
});

/** Ways to come close to a name or an address that is trusted, without being it. */
const NEAR: readonly [string, (trusted: string) => string][] = [
  ['as the end of another name', (name) => `evil-${name}`],
  ['as the end of a longer number', (name) => `1${name}`],
  ['as a domain of another site', (name) => `${name}.evil.example`],
  ['under a name of its own', (name) => `evil.${name}`],
  ['with letters behind it', (name) => `${name}x`],
  ['with a digit behind it', (name) => `${name}0`],
  ['with a dot behind it', (name) => `${name}.`],
  ['without its first sign', (name) => name.slice(1)],
  ['without its last sign', (name) => name.slice(0, -1)],
  ['as the name of a user', (name) => `${name}@evil.example`],
  ['behind the name of a user', (name) => `evil.example@${name}`],
  ['with a path', (name) => `${name}/evil.example`],
  ['with another after it', (name) => `${name}, evil.example`],
  ['with a space before it', (name) => ` ${name}`],
];
const TRUSTED = ['localhost', '127.0.0.1', '[::1]', 'desk.airline.example'];
const names = trustedHosts('desk.airline.example');

describe.each(TRUSTED)('%s is trusted, and nothing that only looks like it', (name) => {
  it('is trusted itself, as Host and as Origin', () => {
    expect(isTrusted(names, { host: `${name}:4610`, origin: `http://${name}:4610` }, false)).toBe(true);
    expect(isTrusted(names, { host: `${name}:4610`, origin: `https://${name}:4610` }, true), 'over TLS').toBe(true);
    expect(isTrusted(names, { host: `${name}:4610`, origin: `http://${name}:4610` }, true), 'a page in clear, over TLS').toBe(false);
  });

  it.each(NEAR)('as Host: %s', (_how, near) => {
    expect(isTrusted(names, { host: `${near(name)}:4610` }, false)).toBe(false);
    expect(isTrusted(names, { host: near(name) }, false), 'without a port').toBe(false);
  });

  it.each<[how: string, origin: string]>([
    ...NEAR.map(([how, near]): [string, string] => [how, `http://${near(name)}:4610`]),
    ['a longer port', `http://${name}:46100`],
    ['a shorter port', `http://${name}:461`],
    ['no port', `http://${name}`],
    ['another scheme', `https://${name}:4610`],
    ['a scheme before it', `x-http://${name}:4610`],
    ['a path behind it', `http://${name}:4610/`],
    ['another site behind it', `http://${name}:4610.evil.example`],
    ['another site behind a user', `http://${name}:4610@evil.example`],
    ['no scheme', `${name}:4610`],
    ['nothing', ''],
  ])('as Origin: %s', (_how, origin) => {
    expect(isTrusted(names, { host: `${name}:4610`, origin }, false)).toBe(false);
  });
});

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
test.each<[host: string, others: string[], name: string | undefined]>([
  ['10.1.2.3', [], '10.1.2.3'],
  ['FE80::7', [], '[fe80::7]'],
  ['hub.airline.example', [], 'hub.airline.example'],
  ['0.0.0.0', ['jfk-hub', '[2001:db8::7]', '10.20.4.31'], '10.20.4.31'],
  ['0.0.0.0', ['[2001:db8::7]', 'jfk-hub'], 'jfk-hub'],
  ['::', ['[2001:db8::7]'], '[2001:db8::7]'],
  ['0.0.0.0', [], undefined],
])('a hub that listens on %s and is called %j is opened from elsewhere as %s', (host, others, name) => {
  expect(farName(host, new Set([...LOOPBACK, ...others]))).toBe(name);
});
