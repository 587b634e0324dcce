import type { InnerHub } from './hub.ts';
import type { HubMethods } from './hub-methods.ts';

export type ClockMethods = Pick<HubMethods, Extract<keyof HubMethods, `clock.${string}`>>;

/** Somebody at a console decides what time it is. */
export function clockMethods(hub: Pick<InnerHub, 'stepClock'>): ClockMethods {
  return {
    'clock.confirm': ({ actor }, { requestId, shown }) => hub.stepClock('clock.adopt', shown, actor, requestId),
    'clock.setRight': ({ actor }, { requestId, shown }) => hub.stepClock('clock.setBack', shown, actor, requestId),
  };
}
