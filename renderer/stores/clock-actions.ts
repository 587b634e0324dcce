import type { ReplyOf } from '../../shared/contract.ts';
import type { ClockState } from '../../shared/methods/clock.ts';
import { call, newRequestId } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { setServerNow } from './clock-store.ts';
import { refreshState } from './session-actions.ts';

/** The hub's time moved, or what is known of the computer's clock has changed. */
export function hearClock(now: number, clock: ClockState): void {
  setServerNow(now);
  useSession.setState(({ state }) => ({ state: state && { ...state, now, clock } }));
}

/** What has happened to the clock meanwhile is asked after every answer: a refusal too says that it is not as it was shown. */
async function decide<Name extends 'clock.confirm' | 'clock.setRight'>(name: Name, shown: number): Promise<ReplyOf<Name>> {
  const reply = await call(name, { requestId: newRequestId(), shown } as never, 'person');
  await refreshState();
  return reply;
}

export const confirmClock = (shown: number): Promise<ReplyOf<'clock.confirm'>> => decide('clock.confirm', shown);
export const setClockRight = (shown: number): Promise<ReplyOf<'clock.setRight'>> => decide('clock.setRight', shown);
