import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type StartingPage, serveStarting } from '../../../main/boot/starting-page.ts';
import { FAR_ADDRESS } from '../../support/far-address.ts';
import { httpPage } from '../support/http-page.ts';

let page: StartingPage | undefined;
afterEach(() => page?.close());

const ask = (path: string) => httpPage(`http://127.0.0.1:${page?.port}`, path);

test('a hub that is not open yet is alive, is not ready, and says what it is doing', async () => {
  page = await serveStarting('127.0.0.1', 0);
  expect(await ask('/healthz')).toMatchObject({ status: 200 });
  for (const standing of ['opening', 'migrating, 40 %', 'reading', 'settling'] as const) {
    if (standing !== 'opening') page?.tell(standing);
    expect(await ask('/readyz')).toMatchObject({ status: 503, body: `${standing}\n` });
  }
  expect((await ask('/')).body).toContain('<meta http-equiv="refresh" content="2">');
});

test.skipIf(!FAR_ADDRESS).each(['0.0.0.0', FAR_ADDRESS ?? ''])(
  'in clear it tells its own computer alone, also where the hub listens on %s',
  async (host) => {
    page = await serveStarting(host, 0);
    expect(await ask('/readyz')).toMatchObject({ status: 503 });
    await expect(fetch(`http://${FAR_ADDRESS}:${page?.port}/readyz`)).rejects.toThrow('fetch failed');
  },
);

test('where the port is in use the hub says so itself, when it wants it', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const taken = other.address();
  expect(await serveStarting('127.0.0.1', typeof taken === 'object' ? (taken?.port ?? 0) : 0)).toBeUndefined();
  other.close();
});
