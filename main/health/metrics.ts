import { Counter, Gauge, Histogram, Registry } from 'prom-client';

const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
const SLOW = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 60, 300];
/** A job is tried for about 15 hours, and a terminal may be broken as long. */
const HOURS = [0.1, 1, 5, 30, 60, 300, 900, 3_600, 14_400, 57_600];

/**
 * What other programs may read of the hub (Prometheus). A registry of its own: the default one of the library is shared by the whole
 * process. No label holds what a person typed or was called, and none has more values than Aisle has words for it. docs/health.md says what each means.
 */
export function createMetrics() {
  const registers = [new Registry()] as const;
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers: [...registers] });
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers: [...registers] });
  const histogram = <Label extends string>(name: string, help: string, buckets: number[], ...labelNames: Label[]) =>
    new Histogram({ name, help, buckets, labelNames, registers: [...registers] });
  return {
    registry: registers[0],
    holds: counter('booking_holds_total', 'Holds that were placed.'),
    holdsEnded: counter('booking_hold_ends_total', 'Holds that ended otherwise than by the clock, by what they became.', 'outcome'),
    confirms: counter('booking_confirms_total', 'Holds that became sales.'),
    expires: counter('booking_expires_total', 'Holds that the clock ended, and whether their seats went back within a second.', 'outcome'),
    oversales: counter('overbooking_incidents_total', 'Passengers who were denied boarding.'),
    calls: counter('aisle_calls_total', 'Calls by method and what became of them.', 'method', 'outcome'),
    busy: counter(
      'aisle_busy_total',
      'Calls that were told to come again later, by method and by what was asked for too much.',
      'method',
      'at',
    ),
    callSeconds: histogram('aisle_call_seconds', 'How long calls took.', FAST, 'method'),
    queueSeconds: histogram('aisle_queue_seconds', 'How long the oldest command of a batch waited for the writer.', FAST),
    batchCommands: histogram('aisle_batch_commands', 'How many commands shared a commit.', [1, 2, 4, 8, 16, 32, 64, 128, 256]),
    commitSeconds: histogram('aisle_commit_seconds', 'How long a commit took, with its sync to the disk.', FAST),
    eventSeconds: histogram('aisle_event_seconds', 'How long after its commit an event was sent to the consoles.', FAST),
    expirySeconds: histogram('aisle_expiry_seconds', 'How long after the end of a hold its seats were back.', SLOW),
    events: counter('aisle_events_total', 'Events of the journal, by what they are about.', 'subject'),
    messages: counter('aisle_messages_total', 'Messages to passengers that were sent or given up.', 'outcome'),
    terminalTries: counter('aisle_terminal_tries_total', 'How often the card terminal was asked, and whether it answered.', 'outcome'),
    terminalResting: gauge('aisle_terminal_resting', '1 while the card terminal is left alone because it failed.'),
    jobsWaiting: gauge('aisle_jobs_waiting', 'Refunds and reversals that are not done.'),
    terminalRestSeconds: histogram(
      'aisle_terminal_rest_seconds',
      'How long the card terminal was left alone until it worked again.',
      HOURS,
    ),
    jobSeconds: histogram('aisle_job_seconds', 'How long after they were due refunds and reversals were done.', HOURS),
    jobsOldestSeconds: gauge('aisle_jobs_oldest_seconds', 'How long the oldest of them has waited.'),
    messagesWaiting: gauge('aisle_messages_waiting', 'Messages to passengers that are not sent.'),
    messagesOldestSeconds: gauge('aisle_messages_oldest_seconds', 'How long the oldest of them has waited.'),
    consoles: gauge('aisle_consoles', 'Consoles at which somebody is signed in.'),
    unsaved: gauge('aisle_commands_unsaved', 'Commands that were taken and are not on the disk.'),
    newestEvent: gauge('aisle_journal_newest', 'Number of the newest entry of the journal.'),
    storeBytes: gauge('aisle_store_bytes', 'Size of the store with its log.'),
    backupSeconds: gauge('aisle_backup_age_seconds', 'How old the newest backup is.'),
    memoryBytes: gauge('aisle_memory_bytes', 'Memory of the hub.', 'kind'),
    overLimit: gauge('aisle_figures_over', 'Figures of the health screen that are over their limit.', 'seen'),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
