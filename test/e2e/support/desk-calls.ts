import type { Page } from '@playwright/test';
import { TRAINING_USERS } from '../../../main/training/training-users.ts';
import type { Input, MethodName, Output } from '../../../shared/contract.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { standAt } from '../../support/stand-at-desk.ts';
import type { TrainingUser } from './sign-in.ts';

/** A desk that calls the hub without a screen, over a connection of its own, for what a test needs to have happened before. */
export interface DeskCalls {
  call<Name extends MethodName>(method: Name, input: Input<Name>): Promise<Output<Name>>;
}

interface SecondSocket {
  deskSocket: WebSocket;
}

/** Opens the connection in a page of the hub's address, becomes that desk and signs in. Each call that is refused ends the test. */
export async function openDesk(page: Page, user: TrainingUser, desk: string): Promise<DeskCalls> {
  const hello = await page.evaluate(async () => {
    const socket = new WebSocket(`ws://${location.host}/socket`);
    Object.assign(window, { deskSocket: socket });
    const said = await new Promise<MessageEvent<string>>((resolve) => socket.addEventListener('message', resolve, { once: true }));
    return said.data;
  });
  let last = 0;
  const call: DeskCalls['call'] = async (method, input) => {
    last += 1;
    const reply = await page.evaluate(
      ([id, name, body]) =>
        new Promise<{ ok: boolean; value?: unknown; refusal?: Refusal }>((resolve) => {
          const { deskSocket } = window as unknown as SecondSocket;
          const hear = ({ data }: MessageEvent<string>) => {
            const heard = JSON.parse(data) as { id?: number; ok: boolean };
            if (heard.id !== id) return;
            deskSocket.removeEventListener('message', hear);
            resolve(heard);
          };
          deskSocket.addEventListener('message', hear);
          deskSocket.send(JSON.stringify({ id, method: name, input: body, by: 'person' }));
        }),
      [last, method, input] as const,
    );
    // As every console does, with the same request id.
    if (!reply.ok && reply.refusal?.code === 'BUSY') {
      await page.waitForTimeout(Number(reply.refusal.details.comeAgainMs));
      return call(method, input);
    }
    if (!reply.ok) throw new Error(`${method} was refused: ${JSON.stringify(reply.refusal)}`);
    return reply.value as never;
  };
  const pin = TRAINING_USERS.find((each) => each.user === user)?.pin ?? '';
  await standAt(desk, JSON.parse(hello), (method, input) => call(method, input as never));
  await call('session.signIn', { requestId: `sign-in-${desk}-1`, user, pin });
  return { call };
}
