import { dirname } from 'node:path';
import { type Instant, instant } from '../../shared/instants.ts';
import type { Notice } from '../../shared/notices.ts';
import type { BackupName } from '../backup/backup-names.ts';
import { freeBytes, storeBytes } from '../backup/disk-room.ts';
import { backupNames } from '../backup/list-backups.ts';
import type { StoreHub } from '../engine/store-hub.ts';
import { CallLog } from '../health/call-log.ts';
import { DayCounts } from '../health/day-counts.ts';
import { FigureBoard } from '../health/figure-board.ts';
import { createGatherers } from '../health/gatherers.ts';
import { Health } from '../health/health.ts';
import { figuresRoute, type HasKey, metricsRoute, type Readiness, watchRoutes } from '../health/health-routes.ts';
import { Hearing } from '../health/hearing.ts';
import { HoldDeadlines } from '../health/hold-deadlines.ts';
import { createMetrics } from '../health/metrics.ts';
import type { ConsoleSeat } from '../hub/connection.ts';
import type { Log } from '../hub/log.ts';
import { steadyMs } from '../hub/steady.ts';
import type { Timer } from '../hub/timer.ts';
import type { TerminalBreaker } from '../payment/terminal-breaker.ts';
import type { StoreMode } from '../store/open-store.ts';

/** What hears the hub from the start of its parts on, before there is a hub to look at. `newestEvent`: as the store was found. */
export function hearHub(log: Log, newestEvent: number) {
  const [metrics, gather] = [createMetrics(), createGatherers()];
  return { metrics, gather, hearing: new Hearing(metrics, gather, newestEvent), calls: new CallLog(log) };
}

export interface HealthParts {
  readonly heard: ReturnType<typeof hearHub>;
  readonly hub: StoreHub;
  /** When the newest entry of the journal was written, as the store was found. */
  readonly newestAt: Instant;
  readonly log: Log;
  readonly timer: Timer;
  readonly file: string;
  readonly backupsDir: string;
  readonly mode: StoreMode;
  /** The time zone of the hub's home, by which its day begins. */
  readonly zone: string;
  readonly breaker: TerminalBreaker | undefined;
  readonly seats: () => readonly ConsoleSeat[];
  readonly tell: (notice: Notice) => void;
  /** Whether a thread of the store has ended. */
  readonly ended: () => boolean;
  /** Whether an `Authorization` header proves a system of the airline. */
  readonly hasKey: HasKey;
}

const newestOf = ([newest]: readonly BackupName[]): Instant | null => (newest ? instant(newest.at) : null);

/** What only the operating system knows, and will not always tell. */
function known<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** Watches how the hub does. Returns it with how to stop. */
export function startHealth({
  heard,
  hub,
  log,
  timer,
  file,
  backupsDir,
  mode,
  zone,
  breaker,
  seats,
  tell,
  ended,
  hasKey,
  newestAt,
}: HealthParts) {
  const { metrics, gather, hearing } = heard;
  let changedAt = newestAt;
  const deadlines = new HoldDeadlines();
  const days = new DayCounts(zone, hub.now());
  const unhear = hub.on((events) => {
    changedAt = instant(events.at(-1)?.at ?? changedAt);
    const late = deadlines.follow(events);
    hearing.events(events, late);
    days.count(events, late);
  });
  const health = new Health({
    ...{ board: new FigureBoard(gather), metrics, days, now: () => hub.now(), timer, log },
    measures: {
      async kept() {
        const kept = await hub.look('health.kept', {});
        return kept.ok ? kept.value : undefined;
      },
      async waiting() {
        const waiting = await hub.look('health.waiting', {});
        return waiting.ok ? waiting.value : undefined;
      },
      async deniedFlights() {
        const denied = await hub.look('health.deniedFlights', {});
        return denied.ok ? denied.value : undefined;
      },
      ...{ seats, unsaved: () => hub.unsaved, newestEvent: () => hub.newestEvent },
      changedAt: () => changedAt,
      disk: () => known(() => ({ store: storeBytes(file), free: freeBytes(dirname(file)) })),
      newestBackup: () => known(() => newestOf(backupNames(backupsDir, mode))),
      terminal: () => (breaker ? { restsUntil: breaker.restingUntil } : null),
    },
    changed: (toSee) => tell({ notice: true, type: 'health.changed', toSee }),
  });
  // What a supervisor has decided shows at once.
  const unfollow = hub.on((events) => {
    if (events.some(({ type }) => type === 'alarm.acknowledged' || type === 'limit.set')) void health.look();
  });
  hearing.begin();
  health.start();
  const readiness = (): Readiness => {
    if (hub.standing !== 'serves') return hub.standing;
    if (ended()) return 'stopped';
    if (hub.clockState.standing === 'doubtful') return 'clock';
    if (hearing.storeFails(steadyMs())) return 'store';
    return health.reads ? 'ready' : 'reader';
  };
  return {
    health,
    routes: [...watchRoutes(readiness), metricsRoute(metrics.registry, hasKey), figuresRoute(() => health.view())],
    async close() {
      unhear();
      unfollow();
      await health.close();
    },
  };
}
