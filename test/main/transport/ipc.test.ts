import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { liveMethods } from '../../../main/live/live-methods.ts';
import { Session } from '../../../main/sessions/session.ts';
import { createDispatcher } from '../../../main/transport/dispatch.ts';
import { type IpcTransport, serveIpc } from '../../../main/transport/ipc.ts';
import { CONSOLE_URL, isConsole } from '../../../main/window/window-security.ts';
import type { Notice } from '../../../shared/notices.ts';
import { IDENTITY } from '../support/here.ts';
import { liveOf } from '../support/live-of.ts';
import { KeptLog, SmallHub, smallEvent } from '../support/small-hub.ts';

/** As much of a window's page as the transport touches. */
class Page extends EventEmitter {
  readonly mainFrame = { url: CONSOLE_URL };
  readonly heard: { type: string; events?: unknown[] }[] = [];
  gone = false;
  isDestroyed = () => this.gone;
  send(channel: string, message: string): void {
    if (this.gone) throw new Error('Object has been destroyed');
    expect(channel).toBe('event');
    this.heard.push(JSON.parse(message));
  }
}

let hub: SmallHub;
let ipc: IpcTransport;
let handler: (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
let tellAll: (notice: Notice) => void = () => {};

beforeEach(() => {
  hub = new SmallHub();
  const live = liveOf(hub);
  const methods = hub.methods({
    ...liveMethods(live),
    async 'session.signIn'({ connection }, { user }) {
      const facts = { user, display: user, role: 'agent' as const, desk: 'T1-04', token: 'token' };
      new Session(facts, hub.now()).attach(connection);
      return { ok: true, value: facts };
    },
  });
  ipc = serveIpc({
    ipcMain: {
      handle(channel, listener) {
        expect(channel).toBe('call');
        handler = listener;
      },
      removeHandler() {},
    },
    hub,
    identity: IDENTITY,
    live,
    dispatcher: createDispatcher({ hub, methods, log: new KeptLog() }),
    onNotice(listener) {
      tellAll = listener;
      return () => {};
    },
    isConsole,
  });
});

const welcome = () => {
  const page = new Page();
  ipc.welcome(page as unknown as WebContents);
  return page;
};
const from = (page: Page, frame: unknown = page.mainFrame) => ({ sender: page, senderFrame: frame }) as unknown as IpcMainInvokeEvent;
const signIn = (page: Page) => handler(from(page), 'session.signIn', { requestId: 'request-0001', user: 'agent', pin: '4711' });

const follow = (page: Page) => handler(from(page), 'console.follow', { topics: [], after: hub.newestEvent });

/** A reply crosses as JSON. */
const replyTo = async (page: Page, ...args: unknown[]): Promise<unknown> => JSON.parse(String(await handler(from(page), ...args)));

describe('calls by IPC', () => {
  it('are answered with JSON', async () => {
    const page = welcome();
    expect(await replyTo(page, 'session.state', {})).toEqual({ ok: true, value: {} });
    expect(await replyTo(page, 'holds.ofDesk', {})).toMatchObject({ ok: false, refusal: { code: 'NOT_SIGNED_IN' } });
  });

  it('say on whose account they are made; what is odd there is refused', async () => {
    const page = welcome();
    expect(await replyTo(page, 'session.state', {}, 'person')).toMatchObject({ ok: true });
    expect(await replyTo(page, 'session.state', {}, 'robot')).toMatchObject({
      refusal: { code: 'INPUT_INVALID', details: { field: 'by' } },
    });
  });

  it('belong to their window: each has its own session', async () => {
    const [one, two] = [welcome(), welcome()];
    await signIn(one);
    expect(await replyTo(one, 'holds.ofDesk', {})).toMatchObject({ ok: true });
    expect(await replyTo(two, 'holds.ofDesk', {})).toMatchObject({ refusal: { code: 'NOT_SIGNED_IN' } });
  });

  it.each<[string, (page: Page) => IpcMainInvokeEvent]>([
    ['a frame inside the page', (page) => from(page, { url: CONSOLE_URL })],
    ['a frame that is gone', (page) => from(page, null)],
    ['a window that Aisle did not open', () => from(new Page())],
    ['a page of another address', (page) => from(page, Object.assign(page.mainFrame, { url: 'https://evil.example/index.html' }))],
    ['a file', (page) => from(page, Object.assign(page.mainFrame, { url: 'file:///index.html' }))],
    ['no address', (page) => from(page, Object.assign(page.mainFrame, { url: '' }))],
  ])('from %s are refused aloud', async (_, eventOf) => {
    const page = welcome();
    const event = eventOf(page);
    expect(() => handler(event, 'session.state', {})).toThrow('Only the console itself');
    expect(hub.reached).toEqual([]);
  });

  it.each([[[]], [[undefined, undefined]], [[{}, {}]], [['session.state', new Map()]], [['session.state', { a: { b: 1n } }]]])(
    'with odd arguments %# are refused as values',
    async (args) => {
      expect(await replyTo(welcome(), ...args)).toMatchObject({ ok: false });
    },
  );
});

describe('what a window hears', () => {
  it('is hello with every page, events and troubles once signed in', async () => {
    const [inside, outside] = [welcome(), welcome()];
    for (const page of [inside, outside]) page.emit('dom-ready');
    await signIn(inside);
    await follow(inside);
    hub.tell(smallEvent(1), smallEvent(2));
    tellAll({ notice: true, type: 'hub.trouble', problem: 'x', backups: false });
    expect(inside.heard.map(({ type }) => type)).toEqual(['hello', undefined, 'hub.trouble']);
    expect(inside.heard[1]).toEqual({ events: [smallEvent(1), smallEvent(2)], to: 2 });
    expect(outside.heard.map(({ type }) => type)).toEqual(['hello']);
    inside.emit('dom-ready');
    expect(inside.heard.at(-1)?.type).toBe('hello');
  });

  it('ends with the window', async () => {
    const page = welcome();
    await signIn(page);
    await follow(page);
    page.gone = true;
    hub.tell(smallEvent(1));
    page.emit('destroyed');
    hub.tell(smallEvent(2));
    expect(page.heard).toEqual([]);
    expect(() => handler(from(page), 'session.state', {})).toThrow('Only the console itself');
  });
});
