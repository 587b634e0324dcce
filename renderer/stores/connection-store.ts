import { create } from 'zustand';
import type { Instant } from '../../shared/instants.ts';

interface ConnectionState {
  /** stale: what stands on the screen may be old; `since` tells since when. */
  status: 'live' | 'stale';
  since: Instant | null;
  /** Whether this console has ever heard from the desk. */
  met: boolean;
  /** What the desk says is wrong with itself; empty when nothing is. */
  trouble: string;
}

export const useConnection = create<ConnectionState>(() => ({ status: 'stale', since: null, met: false, trouble: '' }));

export const connectionLive = (): void => useConnection.setState({ status: 'live', since: null, met: true });

export function connectionStale(since: Instant): void {
  useConnection.setState((now) => (now.status === 'stale' && now.since !== null ? now : { ...now, status: 'stale', since }));
}

export const deskTrouble = (trouble: string): void => useConnection.setState({ trouble });
