import type { Instant } from '../../shared/instants.ts';
import type { HealthView } from '../../shared/methods/health.ts';
import type { ConsoleSeat } from '../hub/connection.ts';
import type { WorkWaiting } from '../queries/health/work-waiting.ts';
import type { HealthSettings } from '../store/tables/settings-table.ts';

/** What is looked up for a look at the health of the hub. Whatever cannot be found out is undefined, and the look goes on without it. */
export interface Measures {
  readonly kept: () => Promise<HealthSettings | undefined>;
  readonly waiting: () => Promise<WorkWaiting | undefined>;
  readonly deniedFlights: () => Promise<number | null | undefined>;
  readonly seats: () => readonly ConsoleSeat[];
  readonly unsaved: () => number;
  readonly newestEvent: () => number;
  /** Bytes of the store with its log, and bytes that its disk has left. */
  readonly disk: () => { readonly store: number; readonly free: number } | undefined;
  /** When the newest entry of the journal was written. */
  readonly changedAt: () => Instant;
  /** When the newest backup was made; null: there is none. */
  readonly newestBackup: () => Instant | null | undefined;
  readonly terminal: () => HealthView['terminal'];
}
