import { WebSocket } from 'ws';
import { TRAINING_USERS } from '../../main/training/training-users.ts';
import { standAt } from '../support/stand-at-desk.ts';

export interface ConsoleClient {
  call(method: string, input: object): Promise<Record<string, unknown>>;
  close(): void;
}

/** Another console, without a screen. Whatever it is refused ends the run. */
export async function openClient(address: string, user: string, desk: string): Promise<ConsoleClient> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`, { origin: address });
  const waiting = new Map<number, { resolve(value: Record<string, unknown>): void; reject(error: Error): void }>();
  let calls = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as {
      id?: number;
      ok?: boolean;
      value: Record<string, unknown>;
      refusal?: { message: string };
    };
    const call = waiting.get(message.id ?? 0);
    if (!call) return;
    waiting.delete(message.id ?? 0);
    if (message.ok) call.resolve(message.value);
    else call.reject(new Error(message.refusal?.message ?? 'refused'));
  });
  const hello = await new Promise<string>((met, fail) => {
    socket.once('message', (data) => met(String(data)));
    socket.once('error', fail);
  });
  const call = (method: string, input: object): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      waiting.set(++calls, { resolve, reject });
      socket.send(JSON.stringify({ id: calls, method, input }));
    });
  const pin = TRAINING_USERS.find((each) => each.user === user)?.pin ?? '';
  await standAt(desk, JSON.parse(hello), call);
  await call('session.signIn', { requestId: `bench-sign-in-${user}-${desk}`, user, pin });
  return { call, close: () => socket.close() };
}
