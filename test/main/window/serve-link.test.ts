import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Link, LinkSocket } from '../../../main/link/link.ts';
import { LINK_CHANNEL, LINK_SAID_CHANNEL, serveLink } from '../../../main/window/serve-link.ts';
import { CONSOLE_URL, isConsole } from '../../../main/window/window-security.ts';

type Hearing = Parameters<Link['open']>[0];

/** As much of a window's page as has a connection. */
class Page extends EventEmitter {
  readonly mainFrame = { url: CONSOLE_URL };
  readonly told: unknown[][] = [];
  gone = false;
  isDestroyed(): boolean {
    return this.gone;
  }
  send(channel: string, ...said: unknown[]): void {
    expect(channel).toBe(LINK_SAID_CHANNEL);
    this.told.push(said);
  }
}

let handler: (event: IpcMainInvokeEvent, deed: unknown, given?: unknown) => Promise<unknown>;
let sent: string[];
let closed: number;
let hearing: Hearing[];

const socket = (): LinkSocket => ({
  send: (text) => void sent.push(text),
  close() {
    closed += 1;
  },
});

function serve(link: Partial<Link> | undefined): void {
  serveLink({
    ipcMain: {
      handle(channel, listener) {
        expect(channel).toBe(LINK_CHANNEL);
        handler = listener as typeof handler;
      },
    },
    isConsole,
    link: link as Link | undefined,
  });
}

beforeEach(() => {
  sent = [];
  closed = 0;
  hearing = [];
  serve({
    open(one) {
      hearing.push(one);
      return socket();
    },
    makeKey: () => undefined,
    keepKey: async (id) => id === 'right',
    sign: async (challenge) => (challenge === 'known' ? { id: 'A', signature: 'B' } : undefined),
  });
});

const ask = (page: Page, deed: unknown, given?: unknown, frame: { url: string } | null = page.mainFrame) =>
  handler({ sender: page, senderFrame: frame } as unknown as IpcMainInvokeEvent, deed, given);

describe('the way to a far hub, for windows', () => {
  it('sends calls of the contract, as text, and nothing else of what was given', async () => {
    const page = new Page();
    await ask(page, 'open', 1);
    await ask(page, 'send', { id: 7, method: 'session.state', input: {}, by: 'person', more: 'x' });
    expect(sent).toEqual(['{"id":7,"method":"session.state","input":{},"by":"person"}']);
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    { id: '7', method: 'session.state' },
    { id: 7.5, method: 'session.state' },
    { id: 7, method: 'flights.destroy' },
    { id: 7, method: 'session.state', input: 'x'.repeat(2_000_000) },
  ])('sends no call that is none: %#', async (given) => {
    const page = new Page();
    await ask(page, 'open', 1);
    await expect(ask(page, 'send', given)).rejects.toThrow('no call');
    expect(sent).toEqual([]);
  });

  it('tells each window what its own connection says, with its number', async () => {
    const [one, two] = [new Page(), new Page()];
    await ask(one, 'open', 3);
    await ask(two, 'open', 1);
    hearing[0]?.heard('to one');
    hearing[1]?.heard('to two');
    hearing[1]?.closed();
    expect([one.told, two.told]).toEqual([
      [[3, 'to one']],
      [
        [1, 'to two'],
        [1, null],
      ],
    ]);
    one.gone = true;
    hearing[0]?.heard('late');
    expect(one.told).toHaveLength(1);
  });

  it('leaves the connection before when a window opens another, and with its page', async () => {
    const page = new Page();
    await ask(page, 'open', 1);
    await ask(page, 'open', 2);
    expect(closed).toBe(1);
    page.emit('destroyed');
    expect(closed).toBe(2);
    await ask(page, 'close');
    expect(closed).toBe(2);
  });

  it('says what is there of keys', async () => {
    const page = new Page();
    expect(await ask(page, 'makeKey')).toBeNull();
    expect(await ask(page, 'keepKey', 'right')).toBe(true);
    expect(await ask(page, 'keepKey', { id: 'right' })).toBe(false);
    expect(await ask(page, 'sign', 'known')).toEqual({ id: 'A', signature: 'B' });
    expect(await ask(page, 'sign', 'unknown')).toBeNull();
    expect(await ask(page, 'sign', 7)).toBeNull();
    await expect(ask(page, 'secret')).rejects.toThrow('no such deed');
  });

  it.each([
    ['an embedded page', { url: CONSOLE_URL }],
    ['no frame', null],
    ['another page', { url: 'https://evil.example/' }],
  ])('answers nobody but the console itself: %s', async (_, frame) => {
    await expect(ask(new Page(), 'hub', undefined, frame)).rejects.toThrow('Only the console itself');
  });

  it('leads nowhere in a program that has a hub of its own', async () => {
    serve(undefined);
    expect(await ask(new Page(), 'hub')).toBeNull();
    expect(await ask(new Page(), 'sign', 'known')).toBeNull();
  });
});
