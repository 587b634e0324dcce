import { create } from 'zustand';
import type { Instant } from '../../shared/instants.ts';

interface ConnectionState {
  /** stale: what stands on the screen may be old; `since` tells since when. */
  status: 'live' | 'stale';
  since: Instant | null;
  /** Whether this console has ever heard from the hub. */
  met: boolean;
  /** What the hub says is wrong with itself; empty when nothing is. */
  trouble: string;
  /** Whether it is among the backups that something can be done about it. */
  backupsHelp: boolean;
}

export const useConnection = create<ConnectionState>(() => ({ status: 'stale', since: null, met: false, trouble: '', backupsHelp: false }));

export const connectionLive = (): void => useConnection.setState({ status: 'live', since: null, met: true });

export function connectionStale(since: Instant): void {
  useConnection.setState((now) => (now.status === 'stale' && now.since !== null ? now : { ...now, status: 'stale', since }));
}

export const hubTrouble = ({ problem, backups }: { readonly problem: string; readonly backups: boolean }): void =>
  useConnection.setState({ trouble: problem, backupsHelp: backups });
