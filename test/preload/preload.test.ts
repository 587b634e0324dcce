import { beforeAll, describe, expect, it } from 'vitest';
import type { WindowBridge } from '../../shared/contract.ts';
import { METHOD_NAMES } from '../../shared/method-names.ts';
import { buildPreload, runPreload } from './run-preload.ts';

let code = '';
beforeAll(async () => {
  code = await buildPreload();
});

const bridgeOf = (run: ReturnType<typeof runPreload>) => run.exposed.aisle as WindowBridge;

describe('the built preload', () => {
  it('needs electron alone and carries no parser', () => {
    expect(runPreload(code).required).toEqual(['electron']);
    expect(code).not.toMatch(/zod|_zod|strictObject/i);
    expect(code.length).toBeLessThan(10_000);
  });

  it('exposes three functions and the way to a far hub, and nothing else', () => {
    const { exposed } = runPreload(code);
    expect(Object.keys(exposed)).toEqual(['aisle']);
    expect(Object.entries(exposed.aisle as object).map(([key, value]) => [key, typeof value])).toEqual([
      ['call', 'function'],
      ['savePdf', 'function'],
      ['on', 'function'],
      ['link', 'object'],
    ]);
  });

  it.each([...METHOD_NAMES])('passes %s on, on the one channel', async (name) => {
    const run = runPreload(code);
    expect(await bridgeOf(run).call(name, {} as never)).toBe('{"ok":true,"value":{}}');
    expect(await bridgeOf(run).call(name, {} as never, 'person')).toBe('{"ok":true,"value":{}}');
    expect(run.invoked).toEqual([
      ['call', name, {}, undefined],
      ['call', name, {}, 'person'],
    ]);
  });

  it.each([
    'flights.destroy',
    '__proto__',
    'constructor',
    'toString',
    '',
    'event',
    7,
    null,
    undefined,
    ['session.state'],
    { toString: () => 'session.state' },
  ])('is no tunnel for %j', async (name) => {
    const run = runPreload(code);
    await expect(bridgeOf(run).call(name as 'session.state', {})).rejects.toThrow('no such method');
    expect(run.invoked).toEqual([]);
  });

  it('sends to a far hub calls by known names alone, and no more of them than a call has', () => {
    const run = runPreload(code);
    const { link } = bridgeOf(run);
    link.send({ id: 1, method: 'session.state', input: {}, by: 'console', more: 'x' } as never);
    expect(run.invoked).toEqual([['link', 'send', { id: 1, method: 'session.state', input: {}, by: 'console' }]]);
    for (const method of ['flights.destroy', '__proto__', '', 7])
      expect(() => link.send({ id: 2, method, input: {}, by: 'console' } as never)).toThrow('no such method');
    expect(run.invoked).toHaveLength(1);
  });

  it('tells of the connection of now alone what a far hub says', () => {
    const run = runPreload(code);
    const { link } = bridgeOf(run);
    const [one, two]: [unknown[], unknown[]] = [[], []];
    link.open((text) => one.push(text));
    run.send('link-said', 1, 'first');
    link.open((text) => two.push(text));
    run.send('link-said', 1, 'late');
    run.send('link-said', 2, 'second');
    link.close();
    run.send('link-said', 2, null);
    expect([one, two]).toEqual([['first'], ['second']]);
  });

  it('tells what was said before anybody listened, once, then what is said; never whose message it was', () => {
    const run = runPreload(code);
    const [one, two]: [unknown[], unknown[]] = [[], []];
    run.send('event', { event: 1 });
    const stop = bridgeOf(run).on((...heard) => one.push(heard));
    run.send('event', { event: 2 });
    run.send('another channel', { event: 3 });
    bridgeOf(run).on((...heard) => two.push(heard));
    stop();
    run.send('event', { event: 4 });
    expect(one).toEqual([[{ event: 1 }], [{ event: 2 }]]);
    expect(two).toEqual([[{ event: 4 }]]);
  });

  it('keeps the newest when nobody listens for long', () => {
    const run = runPreload(code);
    for (let event = 1; event <= 5_000; event++) run.send('event', event);
    const heard: unknown[] = [];
    bridgeOf(run).on((each) => heard.push(each));
    expect(heard.length).toBe(1_000);
    expect(heard.at(-1)).toBe(5_000);
  });

  it('passes the name of a PDF on, on its own channel, and nothing but a name', async () => {
    const run = runPreload(code, () => 'saved');
    expect(await bridgeOf(run).savePdf('Z 12')).toBe('saved');
    await expect(bridgeOf(run).savePdf({ path: '/etc' } as never)).rejects.toThrow('name');
    expect(run.invoked).toEqual([['save-pdf', 'Z 12']]);
  });

  it('asks for a function to tell', () => {
    expect(() => bridgeOf(runPreload(code)).on('listener' as never)).toThrow('function');
  });
});
