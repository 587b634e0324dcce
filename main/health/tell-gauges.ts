import { type Instant, SECOND_MS } from '../../shared/instants.ts';
import type { FigureBoard } from './figure-board.ts';
import type { Metrics } from './metrics.ts';

/** What only is, and does not happen, as it was at the last look: for other programs. */
export function tellGauges(metrics: Metrics, board: FigureBoard, consolesLive: number, at: Instant): void {
  const { gather, found } = board;
  const seconds = (ms: number | null) => (ms ?? 0) / SECOND_MS;
  metrics.jobsWaiting.set(found.waiting?.jobs.count ?? 0);
  metrics.jobsOldestSeconds.set(seconds(gather.jobs.now));
  metrics.messagesWaiting.set(found.waiting?.messages.count ?? 0);
  metrics.messagesOldestSeconds.set(seconds(gather.messages.now));
  metrics.backupSeconds.set(seconds(gather.backup.now));
  metrics.storeBytes.set(gather.storeSize.now ?? 0);
  metrics.consoles.set(consolesLive);
  metrics.unsaved.set(gather.unsaved.now ?? 0);
  metrics.newestEvent.set(found.newestEvent);
  metrics.terminalResting.set(found.terminalRests ? 1 : 0);
  const { rss, heapUsed } = process.memoryUsage();
  metrics.memoryBytes.set({ kind: 'whole' }, rss);
  metrics.memoryBytes.set({ kind: 'heap' }, heapUsed);
  metrics.overLimit.set({ seen: 'yes' }, board.count('seen', at));
  metrics.overLimit.set({ seen: 'no' }, board.count('over', at));
}
