import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createPlain, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { type Authority, openAuthority } from '../../main/desks/authority.ts';
import { makeLeaf } from '../../main/desks/leaf.ts';
import { instant } from '../../shared/instants.ts';
import { refuse } from '../../shared/refusals.ts';
import { HeardEvents } from './heard-events.ts';
import { LoadConsole, type LoadWatch } from './load-console.ts';
import { Times } from './method-times.ts';

const HELLO = JSON.stringify({ notice: true, type: 'hello', challenge: 'c', hub: 'h' });
const servers: Server[] = [];
const consoles: LoadConsole[] = [];
let watch: LoadWatch;
beforeEach(() => {
  const times = new Times();
  watch = { times, heard: new HeardEvents(times), comeAgain: new Times(), refusals: new Map() };
});
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(consoles.splice(0).map((console) => console.close()));
  for (const server of servers.splice(0)) server.close();
});

/** A hub that greets, and answers each call with the next of these. Resolves with its port. */
async function hubThat(server: Server, ...answers: readonly (() => object)[]): Promise<number> {
  servers.push(server);
  const left = [...answers];
  new WebSocketServer({ server }).on('connection', (socket) => {
    socket.on('message', (data) => socket.send(JSON.stringify({ id: JSON.parse(String(data)).id, ...left.shift()?.() })));
    socket.send(HELLO);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

async function open(address: string, ca?: string): Promise<LoadConsole> {
  const console = await LoadConsole.open({ address, ca }, 0, watch);
  consoles.push(console);
  return console;
}

describe('a console of the load', () => {
  test('that is told to come again is timed from its first question until it is taken, and what told it so is no sample of the method', async () => {
    let now = 1_000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const taking = (ms: number, answer: object) => () => {
      now += ms;
      return answer;
    };
    const port = await hubThat(
      createPlain(),
      taking(7, refuse('BUSY', { position: 3, comeAgainMs: 1 })),
      taking(5, refuse('TOO_MANY_CALLS', { seconds: 0 })),
      taking(40, { ok: true, value: { topics: [] } }),
      taking(9, refuse('NOT_SIGNED_IN')),
    );
    const console = await open(`http://127.0.0.1:${port}`);
    expect((await console.askUntilTaken('holds.ofDesk', {})).ok).toBe(true);
    expect((await console.askUntilTaken('session.state', {})).ok).toBe(false);
    const summary = (times: Times) =>
      Object.entries(times.summaries(1)).map(([name, { count, worst }]) => [name, count, Math.round(worst)]);
    expect(summary(watch.times)).toEqual([
      ['holds.ofDesk', 1, 52],
      ['session.state', 1, 9],
    ]);
    expect(summary(watch.comeAgain)).toEqual([
      ['holds.ofDesk BUSY', 1, 7],
      ['holds.ofDesk TOO_MANY_CALLS', 1, 5],
    ]);
    expect([...watch.refusals]).toEqual([['session.state NOT_SIGNED_IN', 1]]);
  });

  describe('that speaks TLS', () => {
    let folder = '';
    let authority: Authority;
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'aisle-load-console-'));
      ({ authority } = await openAuthority(join(folder, 'authority'), instant(Date.now())));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const hubNamed = async (...names: string[]): Promise<string> => {
      const { keyPem, certificatePem } = await makeLeaf(authority, names, instant(Date.now()));
      return `https://127.0.0.1:${await hubThat(createServer({ key: keyPem, cert: certificatePem }))}`;
    };

    test("is let in by a hub of the authority that it trusts, under the hub's name", async () => {
      await expect(open(await hubNamed('127.0.0.1'), authority.certificatePem)).resolves.toMatchObject({ hello: { hub: 'h' } });
    });

    test('trusts no hub of another authority, none of another name, and none if it knows no authority', async () => {
      const other = (await openAuthority(join(folder, 'other'), instant(Date.now()))).authority;
      const right = await hubNamed('127.0.0.1');
      await expect(open(right, other.certificatePem)).rejects.toThrow('console 0 was not let in');
      await expect(open(right)).rejects.toThrow('console 0 was not let in');
      await expect(open(await hubNamed('hub.example'), authority.certificatePem)).rejects.toThrow('console 0 was not let in');
    });
  });
});
