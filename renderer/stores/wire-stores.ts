import { assertNever } from '../../shared/assert.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import type { Notice } from '../../shared/notices.ts';
import { onEvents, onHeard, onNotSignedIn, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { hearActivity, renewActivity } from './activity-store.ts';
import { hearClock } from './clock-actions.ts';
import { serverNow, setServerNow } from './clock-store.ts';
import { connectionLive, hubTrouble } from './connection-store.ts';
import { hearSchedule, renewConnections } from './connection-times.ts';
import { hearEvents, loadHolds } from './holds-store.ts';
import { forgetLoads, hearLoads } from './loads-store.ts';
import { hearRefundPolicies, renewRefundPolicies } from './refund-policies.ts';
import { hearScheduleMoved } from './schedule-moved.ts';
import { hearEnded, refreshState, sessionLocked } from './session-actions.ts';
import { hearSettings, renewSettings } from './settings-in-force.ts';

const CLOCK_CHECK_MS = 5 * SECOND_MS;
/** If the clock of this machine and its tick count differ by more than this, it slept, or its clock was set. */
const CLOCK_STEP_MS = 2 * SECOND_MS;

function hearNotice(notice: Notice): void {
  switch (notice.type) {
    case 'hello':
      setServerNow(notice.now);
      connectionLive();
      void refreshState();
      return;
    case 'session.locked':
      sessionLocked();
      return;
    case 'session.ended':
      void hearEnded();
      return;
    case 'hub.trouble':
      hubTrouble(notice);
      return;
    case 'hub.clock':
      hearClock(notice.now, notice.clock);
      return;
    case 'hoarding.flagged':
    case 'desks.changed':
    case 'schedule.progress':
    case 'backup.progress':
    case 'health.changed':
    case 'jobs.changed':
    case 'messages.changed':
    case 'queues.counted':
    case 'whatIf.changed':
    case 'pricing.outcome':
    // Passengers see it on a page of their own.
    case 'passenger.shown':
      return;
    default:
      assertNever(notice);
  }
}

/** From here on the stores follow what the hub tells. Returns how to stop. */
export function wireStores(): () => void {
  const stops = [
    onHeard((heard) => {
      if ('notice' in heard) hearNotice(heard);
    }),
    onEvents((events) => {
      const newest = events.at(-1);
      if (newest && newest.at > serverNow()) setServerNow(newest.at);
      hearActivity(events);
      hearLoads(events);
      hearSettings(events);
      hearRefundPolicies(events);
      hearSchedule(events);
      hearScheduleMoved(events);
      const { session } = useSession.getState();
      if (session) hearEvents(events, session.desk);
    }),
    // The hub is asked what it is now, so that the sign-in screen says why.
    onNotSignedIn(() => {
      if (useSession.getState().session) void refreshState();
    }),
    onResync(() => {
      renewActivity();
      forgetLoads();
      void loadHolds();
      renewSettings();
      renewRefundPolicies();
      renewConnections();
    }),
  ];
  let drift = Date.now() - performance.now();
  const watch = setInterval(() => {
    const now = Date.now() - performance.now();
    if (Math.abs(now - drift) > CLOCK_STEP_MS) void refreshState();
    drift = now;
  }, CLOCK_CHECK_MS);
  return () => {
    clearInterval(watch);
    for (const stop of stops) stop();
  };
}
