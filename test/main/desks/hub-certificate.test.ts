import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Authority, openAuthority } from '../../../main/desks/authority.ts';
import { HubCertificate } from '../../../main/desks/hub-certificate.ts';
import { DAY_MS } from '../../../shared/instants.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeTimer } from '../support/fake-timer.ts';
import { KeptLog } from '../support/small-hub.ts';

let folder = '';
let file = '';
let clock: FakeClock;
let log: KeptLog;
let names: ReadonlySet<string>;
let authority: Authority;
const opened: HubCertificate[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-certificate-'));
  file = join(folder, 'live.sqlite.certificate');
  clock = new FakeClock();
  log = new KeptLog();
  names = new Set(['127.0.0.1', 'localhost', '[::1]', 'jfk-hub', '10.20.4.31']);
  authority = (await openAuthority(join(folder, 'authority'), clock.now())).authority;
});
afterEach(() => {
  for (const certificate of opened.splice(0)) certificate.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<HubCertificate> {
  const options = { authority, file, names: () => names, now: () => clock.now(), timer: new FakeTimer(clock), log };
  const certificate = await HubCertificate.open(options);
  opened.push(certificate);
  return certificate;
}
const text = () => readFileSync(file, 'utf8');
const leaf = () => new X509Certificate(/-----BEGIN CERT[\s\S]+/.exec(text())?.[0] ?? '');

test('it is signed by the authority, for 397 days, for every name and address, to serve and nothing else', async () => {
  await open();
  const issuer = new X509Certificate(authority.certificatePem);
  expect([leaf().checkIssued(issuer), leaf().verify(issuer.publicKey), leaf().ca]).toEqual([true, true, false]);
  expect([leaf().validFromDate.getTime(), leaf().validToDate.getTime()].map((at) => at - Math.floor(clock.now() / 1_000) * 1_000)).toEqual([
    -DAY_MS,
    397 * DAY_MS,
  ]);
  expect(leaf().subjectAltName).toBe('IP Address:127.0.0.1, DNS:localhost, IP Address:0:0:0:0:0:0:0:1, DNS:jfk-hub, IP Address:10.20.4.31');
  expect(leaf().keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('it is the same at the next start, and while nothing has changed', async () => {
  const certificate = await open();
  const first = text();
  clock.advance(100 * DAY_MS);
  await certificate.look();
  await open();
  expect(text()).toBe(first);
});

test.each([
  ['with a third of its time left', 264, true],
  ['with less', 266, false],
  ['when it has ended', 400, false],
])('%s, after %d days, it is %j that it stays', async (_, days, stays) => {
  const certificate = await open();
  const [first, context] = [text(), certificate.context];
  clock.advance(days * DAY_MS);
  await certificate.look();
  expect([text() === first, certificate.context === context]).toEqual([stays, stays]);
  if (!stays) expect(leaf().validToDate.getTime()).toBeGreaterThan(clock.now() + 396 * DAY_MS);
});

test('one of a time that lies ahead is made anew: the clock was set right since', async () => {
  clock.advance(30 * DAY_MS);
  await open();
  clock.advance(-30 * DAY_MS);
  await open();
  expect(leaf().validFromDate.getTime()).toBeLessThan(clock.now());
});

test('another address is named and trusted without a restart; until then it is not trusted', async () => {
  const certificate = await open();
  const before = certificate.context;
  names = new Set(['127.0.0.1', 'localhost', '[::1]', 'jfk-hub', '10.20.4.99']);
  expect(certificate.names.has('10.20.4.99')).toBe(false);
  await certificate.look();
  expect(certificate.names.has('10.20.4.99')).toBe(true);
  expect(certificate.names.has('10.20.4.31')).toBe(false);
  expect(certificate.context).not.toBe(before);
  expect(leaf().checkIP('10.20.4.99')).toBe('10.20.4.99');
});

test('it never outlives its authority', async () => {
  clock.advance(3_500 * DAY_MS);
  await open();
  expect(leaf().validToDate.getTime()).toBe(authority.validTo);
});

test.each<[string, () => Promise<string>]>([
  ['is broken', async () => '-----BEGIN CERTIFICATE-----'],
  [
    'is of another hub',
    async () => {
      const other = (await openAuthority(join(folder, 'other'), clock.now())).authority;
      return `${other.keyPem}\n${other.certificatePem}\n`;
    },
  ],
])('a file that %s is written anew', async (_, spoilt) => {
  writeFileSync(file, await spoilt());
  await open();
  expect(leaf().checkIssued(new X509Certificate(authority.certificatePem))).toBe(true);
});

test('a disk that takes no file stops nobody: the certificate is used, and the log says so', async () => {
  file = join(folder, 'no-folder', 'certificate');
  const certificate = await open();
  expect(certificate.names.has('jfk-hub')).toBe(true);
  expect(log.lines.join()).toContain('cannot be kept');
});

test.each([
  ['2028-02-29T12:00:00Z', '2029-04-01T12:00:00Z'],
  ['2027-12-31T23:59:59Z', '2029-01-31T23:59:59Z'],
  ['2049-06-01T00:00:00Z', '2050-07-03T00:00:00Z'],
])('one of %s ends on %s', async (now, to) => {
  clock.advance(Date.parse(now) - clock.now());
  authority = (await openAuthority(join(folder, `authority ${now}`.replaceAll(':', '')), clock.now())).authority;
  await open();
  expect(leaf().validToDate).toEqual(new Date(to));
});
