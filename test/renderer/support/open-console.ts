import { useBridge as connect, feed } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { atOnce } from './at-once.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { hubState } from './samples.ts';

type SessionFacts = NonNullable<ReturnType<typeof useSession.getState>['session']>;

/** An agent and a supervisor, both at desk T1-04. */
export const RUIZ: SessionFacts = { user: 'ruiz', display: 'Ana Ruiz', role: 'agent', desk: 'T1-04' };
export const OSEI: SessionFacts = { user: 'osei', display: 'Mercy Osei', role: 'supervisor', desk: 'T1-04' };

/** A console at which somebody is signed in. It has heard all events of the hub up to number 100. */
export function openConsole(hub: FakeBridge, session: SessionFacts): void {
  connect(hub, atOnce);
  feed.start(100);
  useSession.setState({ state: hubState(), session, locked: false });
}
