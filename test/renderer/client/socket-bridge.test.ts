import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  RETRY_MS,
  SIGN_OF_LIFE_MS_MAX,
  SILENCE_MS_MAX,
  type Socket,
  SocketBridge,
  type SocketBridgeOptions,
  WAIT_MS_MAX,
} from '../../../renderer/client/socket-bridge.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract.ts';
import { hello, NOON } from '../support/samples.ts';

class FakeSocket implements Socket {
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  readonly sent: { id: number; method: string; input: unknown }[] = [];
  closed = false;
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.closed = true;
    this.breaks();
  }
  breaks(): void {
    this.onclose?.call(this as unknown as WebSocket, {} as CloseEvent);
  }
  says(message: unknown): void {
    this.onmessage?.call(this as unknown as WebSocket, { data: JSON.stringify(message) } as MessageEvent);
  }
  greets(event = 100, protocol = PROTOCOL_VERSION): void {
    this.says({ ...hello(event), protocol });
  }
}

const tick = () => vi.advanceTimersByTimeAsync(0);

describe('SocketBridge', () => {
  let sockets: FakeSocket[];
  let token: string | null;
  let prove: SocketBridgeOptions['prove'];
  let bridge: SocketBridge;
  const newest = (): FakeSocket => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  };

  beforeEach(() => {
    vi.useFakeTimers({ now: NOON });
    sockets = [];
    token = null;
    prove = async () => {};
    bridge = new SocketBridge({
      open() {
        const socket = new FakeSocket();
        sockets.push(socket);
        return socket;
      },
      prove: async (...given) => prove?.(...given),
      token: () => token,
    });
  });
  afterEach(() => {
    bridge.close();
    vi.useRealTimers();
  });

  it('sends nothing before the hub has greeted, then what waits, and matches answers to calls', async () => {
    const first = bridge.call('settings.get', {});
    const second = bridge.call('holds.ofDesk', {});
    expect(newest().sent).toEqual([]);
    newest().greets();
    await tick();
    const [one, two] = newest().sent;
    newest().says({ id: two?.id, ok: true, value: { holds: [] } });
    newest().says({ id: one?.id, ok: false, refusal: { code: 'NOT_SIGNED_IN', message: '', next: '', details: {} } });
    await expect(second).resolves.toEqual({ ok: true, value: { holds: [] } });
    await expect(first).resolves.toMatchObject({ ok: false, refusal: { code: 'NOT_SIGNED_IN' } });
  });

  it('takes the session up before anything else on a new connection', async () => {
    token = 'secret';
    void bridge.call('holds.ofDesk', {});
    newest().greets();
    await tick();
    expect(newest().sent.map(({ method }) => method)).toEqual(['session.resume']);
    newest().says({ id: newest().sent[0]?.id, ok: true, value: {} });
    await tick();
    expect(newest().sent.map(({ method }) => method)).toEqual(['session.resume', 'holds.ofDesk']);
  });

  it('sends what has no answer again after a break, a command with its own request number', async () => {
    newest().greets();
    await tick();
    const release = bridge.call('holds.release', { requestId: 'request-1', bookingId: 1 });
    const before = newest().sent[0];
    newest().breaks();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sockets).toHaveLength(2);
    newest().greets();
    await tick();
    expect(newest().sent).toEqual([before]);
    newest().says({ id: before?.id, ok: true, value: { done: true } });
    await expect(release).resolves.toEqual({ ok: true, value: { done: true } });
  });

  it('does not send a part of a file twice', async () => {
    newest().greets();
    await tick();
    const upload = bridge.call('schedule.upload', { uploadId: 'upload-1', part: 0, bytes: '' });
    newest().breaks();
    await expect(upload).resolves.toMatchObject({ refusal: { code: 'HUB_UNREACHABLE' } });
  });

  it('gives a call up when no connection comes, rather than do it much later', async () => {
    const call = bridge.call('holds.ofDesk', {});
    newest().breaks();
    await vi.advanceTimersByTimeAsync(WAIT_MS_MAX + 1_000);
    await expect(call).resolves.toMatchObject({ refusal: { code: 'HUB_UNREACHABLE' } });
    newest().greets();
    await tick();
    expect(newest().sent).toEqual([]);
  });

  it('waits longer from try to try, and tells each failure', async () => {
    const downs = vi.fn();
    bridge.onDown(downs);
    for (const [failures, wait] of RETRY_MS.entries()) {
      expect(sockets).toHaveLength(failures + 1);
      newest().breaks();
      expect(downs).toHaveBeenCalledTimes(failures + 1);
      await vi.advanceTimersByTimeAsync(wait * 0.79);
      expect(sockets).toHaveLength(failures + 1);
      await vi.advanceTimersByTimeAsync(wait * 0.42);
      expect(sockets).toHaveLength(failures + 2);
    }
  });

  it('asks a silent hub for a sign of life, and leaves it when none comes', async () => {
    const downs = vi.fn();
    bridge.onDown(downs);
    newest().greets();
    await vi.advanceTimersByTimeAsync(SILENCE_MS_MAX);
    expect(newest().sent.map(({ method }) => method)).toEqual(['session.state']);
    newest().says({ id: newest().sent[0]?.id, ok: true, value: {} });
    await vi.advanceTimersByTimeAsync(SIGN_OF_LIFE_MS_MAX + 1_000);
    expect(downs).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(SILENCE_MS_MAX + SIGN_OF_LIFE_MS_MAX);
    expect(downs).toHaveBeenCalledOnce();
  });

  it('passes events and notices on, and leaves a hub that sends nonsense', async () => {
    const heard = vi.fn();
    bridge.on(heard);
    newest().greets(7);
    await tick();
    newest().says({ event: 8, type: 'hold.placed', data: {} });
    expect(heard.mock.calls.map(([message]) => message.event)).toEqual([7, 8]);
    const socket = newest();
    socket.onmessage?.call(socket as unknown as WebSocket, { data: '{' } as MessageEvent);
    expect(socket.closed).toBe(true);
  });

  describe('that has a key to show', () => {
    const PROOF = { id: 'A'.repeat(22), signature: 'B'.repeat(86) };
    const methods = () => newest().sent.map(({ method }) => method);
    beforeEach(() => {
      token = 'secret';
      prove = async (_, ask) => void (await ask('session.prove', PROOF));
    });

    it('shows it first of all, then takes the session up, then sends what waits', async () => {
      void bridge.call('holds.ofDesk', {});
      newest().greets();
      await tick();
      expect(methods()).toEqual(['session.prove']);
      newest().says({ id: newest().sent[0]?.id, ok: true, value: { desk: 'T1-04' } });
      await tick();
      expect(methods()).toEqual(['session.prove', 'session.resume']);
      newest().says({ id: newest().sent[1]?.id, ok: true, value: {} });
      await tick();
      expect(methods()).toEqual(['session.prove', 'session.resume', 'holds.ofDesk']);
    });

    it('never sends a proof of one connection on another, where it is worth nothing', async () => {
      const answers: unknown[] = [];
      prove = async (_, ask) => void answers.push(await ask('session.prove', PROOF));
      newest().greets();
      await tick();
      newest().breaks();
      await vi.advanceTimersByTimeAsync(RETRY_MS[0] * 1.3);
      expect(answers).toMatchObject([{ ok: false, refusal: { code: 'HUB_UNREACHABLE' } }]);
      newest().greets();
      await tick();
      expect(methods()).toEqual(['session.prove']);
    });

    it('goes on when the key was not taken: the hub then says that this is no desk', async () => {
      newest().greets();
      await tick();
      newest().says({ id: newest().sent[0]?.id, ok: false, refusal: { code: 'KEY_UNKNOWN', message: '', next: '', details: {} } });
      await tick();
      expect(methods()).toEqual(['session.prove', 'session.resume']);
    });
  });

  describe('with a hub that speaks another protocol', () => {
    const others = vi.fn();
    beforeEach(() => {
      others.mockClear();
      bridge.onOtherProtocol(others);
    });

    it.each([
      ['newer', PROTOCOL_VERSION + 1],
      ['older', PROTOCOL_VERSION - 1],
    ])('asks nothing of one that is %s, not even for the session, and says which it is', async (hubIs, protocol) => {
      token = 'secret';
      const heard = vi.fn();
      bridge.on(heard);
      const call = bridge.call('holds.ofDesk', {});
      newest().greets(100, protocol);
      await tick();
      expect(newest().sent).toEqual([]);
      expect(newest().closed).toBe(true);
      expect(heard).not.toHaveBeenCalled();
      expect(others.mock.calls).toEqual([[{ version: hello(100).version, hubIs }]]);
      await vi.advanceTimersByTimeAsync(WAIT_MS_MAX + 1_000);
      await expect(call).resolves.toMatchObject({ refusal: { code: 'HUB_UNREACHABLE' } });
    });

    it('tries again by itself, seldom, and goes on once the hub is as new', async () => {
      newest().greets(100, PROTOCOL_VERSION - 1);
      await vi.advanceTimersByTimeAsync((RETRY_MS.at(-1) ?? 0) * 0.79);
      expect(sockets).toHaveLength(1);
      await vi.advanceTimersByTimeAsync((RETRY_MS.at(-1) ?? 0) * 0.42);
      expect(sockets).toHaveLength(2);
      void bridge.call('holds.ofDesk', {});
      newest().greets();
      await tick();
      expect(newest().sent.map(({ method }) => method)).toEqual(['holds.ofDesk']);
    });
  });
});
