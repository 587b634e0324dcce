import { setTimeout as wait } from 'node:timers/promises';
import type { Notice } from '../../shared/notices.ts';
import { SYSTEM } from '../actor.ts';
import { hubBackups } from '../backup/hub-backups.ts';
import { Colleagues } from '../colleagues/colleagues.ts';
import { lookedAt } from '../colleagues/looked-at.ts';
import { SellDay } from '../colleagues/sell-day.ts';
import { doorRoutes } from '../door/door-routes.ts';
import { watchBlockTurns } from '../engine/block-turns.ts';
import { watchPolicyTurns } from '../engine/policy-turns.ts';
import { watchWaitlistTurns } from '../engine/waitlist-turns.ts';
import { healthMethods } from '../health/health-methods.ts';
import type { WallClock } from '../hub/clock.ts';
import { clockMethods } from '../hub/clock-methods.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { HubIdentity } from '../hub/hub-desk.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import type { Log } from '../hub/log.ts';
import { policyMethods } from '../hub/policy-methods.ts';
import { reaccommodationMethods } from '../hub/reaccommodation-methods.ts';
import { steadyMs } from '../hub/steady.ts';
import { processTimer } from '../hub/timer.ts';
import { Troubles } from '../hub/troubles.ts';
import { VERSION } from '../hub/version.ts';
import { watchClock } from '../hub/watch-clock.ts';
import { calendarMethods } from '../import/calendar-methods.ts';
import { fareMethods } from '../import/fare-methods.ts';
import { hubImportStore } from '../import/import-store.ts';
import { scheduleMethods } from '../import/schedule-methods.ts';
import { Uploads } from '../import/uploads.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import { LiveFeed } from '../live/live-feed.ts';
import { liveMethods } from '../live/live-methods.ts';
import { QueueCounter } from '../live/queue-counter.ts';
import { messageMethods } from '../messages/message-methods.ts';
import { Messages } from '../messages/messages.ts';
import { finishPayments } from '../payment/finish-payments.ts';
import { giveUpPayments } from '../payment/give-up-payments.ts';
import { paymentJobs } from '../payment/payment-jobs.ts';
import { SimulatedTerminal } from '../payment/simulated-terminal.ts';
import { Payments } from '../payment/take-payment.ts';
import { TerminalBreaker } from '../payment/terminal-breaker.ts';
import { withSupervisor } from '../payment/with-supervisor.ts';
import { loadReference } from '../reference/load-reference.ts';
import { openSessions } from '../sessions/open-sessions.ts';
import { WHOLE_CHECK_BYTES_MAX } from '../store/checks/check-store.ts';
import type { StoreMode } from '../store/open-store.ts';
import { startBackup } from '../threads/start-backup.ts';
import { startImport } from '../threads/start-import.ts';
import { startWhatIf } from '../threads/start-what-if.ts';
import { isSimulated } from '../training/simulated-desks.ts';
import { TRAINING_USERS } from '../training/training-users.ts';
import { TRAINING_VOUCHERS } from '../training/training-vouchers.ts';
import { createDispatcher, type Dispatcher, type DispatcherOptions } from '../transport/dispatch.ts';
import type { HttpRoute } from '../transport/http-route.ts';
import { PolicyOutcomes } from '../what-if/policy-outcomes.ts';
import { WhatIfLane } from '../what-if/what-if-lane.ts';
import { whatIfMethods } from '../what-if/what-if-methods.ts';
import { WhatIfs } from '../what-if/what-ifs.ts';
import { watchBookingNumbers } from './booking-numbers-watch.ts';
import { chooseMode, storeFile } from './choose-mode.ts';
import { type Config, ConfigRefused } from './config.ts';
import { followAirports } from './follow-airports.ts';
import { done, furnishTraining, laySampleDay } from './furnish-training.ts';
import { startAdmission } from './start-admission.ts';
import { openIdentity, type Reach, startDesks } from './start-desks.ts';
import { homeUnknown } from './start-faults.ts';
import { startHealth } from './start-health.ts';
import { startPassenger } from './start-passenger.ts';
import { startStore } from './start-store.ts';
import { startUpkeep } from './start-upkeep.ts';

export { BootError } from './boot-error.ts';

export interface BootOptions {
  readonly dataDir: string;
  /** Where backups are kept; better on another disk than the store. */
  readonly backupsDir: string;
  /** Undefined: training until a real store has been set up. */
  readonly mode?: StoreMode;
  /** The name of the hub's own desk. */
  readonly desk: string;
  /** The airport whose local time the console shows. */
  readonly home: string;
  /** How the two are named to whoever gave them. */
  readonly said: Config['said'];
  readonly clock: WallClock;
  readonly log: Log;
  /** How many rows of a store that an earlier version left are brought to this one. With a million bookings it takes some tens of seconds. */
  migrating(done: number, total: number): void;
  /** What comes next until the hub is open, for whoever waits for it. */
  starting?(standing: 'reading' | 'settling'): void;
  /** Called when a backup is to take the store's place: this hub must be closed, without a backup, and booted again. */
  reopen(): void;
}

export interface Booted extends Reach {
  readonly hub: InnerHub;
  /** What consoles call. */
  readonly dispatcher: Dispatcher;
  /** What consoles hear of the journal. */
  readonly live: LiveFeed;
  readonly mode: StoreMode;
  readonly identity: HubIdentity;
  /** What is answered over HTTP beside the console. */
  readonly routes: readonly HttpRoute[];
  onNotice(listener: (notice: Notice) => void): () => void;
  /** The computer woke up: look at once whether a hold is due. */
  wake(): void;
  /** Refuses new commands, finishes those that were taken, and closes the store. At a quit it then makes the backup that the setting asks for. */
  close(why: 'quit' | 'reopen'): Promise<void>;
}

/**
 * Starts the hub: open the store (start-store.ts), clear up what a crash left,
 * then let people in. Throws BootError when any of it cannot be, with nothing changed; ConfigRefused for a home that is no airport.
 */
export async function boot(options: BootOptions): Promise<Booted> {
  const { dataDir, backupsDir, clock, log } = options;
  const loaded = loadReference();
  const mode = chooseMode(dataDir, options.mode);
  const file = storeFile(dataDir, mode);
  const listeners = new Set<(notice: Notice) => void>();
  const tell = (notice: Notice) => {
    for (const listener of listeners) listener(notice);
  };
  const troubles = new Troubles((now) => {
    if (now.problem) log.error({ problem: now.problem }, 'Aisle is in trouble.');
    tell({ notice: true, type: 'hub.trouble', ...now });
  });
  const { migrating } = options;
  const reading = () => options.starting?.('reading');
  const store = await startStore({ dataDir, backupsDir, file, mode, clock, log, troubles, migrating, reading });
  const { hub, heard, damage, found } = store;
  const { hearing } = heard;

  const unwatchNumbers = watchBookingNumbers(hub, found.lastBooking, troubles.of('booking numbers'));

  const waited = async (ms: number, signal?: AbortSignal) => void (await wait(ms, undefined, { signal }));
  const terminal = mode === 'training' ? new SimulatedTerminal({ wait: waited }) : undefined;
  const { known, reference, unfollow } = await followAirports(hub, loaded);
  const home = reference.airportAt(options.home, clock.now());
  // A supervisor may have added the airport, so nobody knows before the store is open.
  if (!home) return store.giveUp(new ConfigRefused(homeUnknown(options.said.home, options.home)));
  const own = { desk: options.desk, said: options.said.desk };
  const { identity, authority } = await openIdentity({ file, hub, ...own, trouble: troubles.of('authority') }).catch(store.giveUp);
  const sellDay = mode === 'training' ? new SellDay({ hub, reference, home: home.code, timer: processTimer }) : undefined;
  const importStore = hubImportStore(hub, startImport, file);
  const trainingDay = sellDay ? await furnishTraining(hub, found.newestEvent === 0).catch(store.giveUp) : null;
  options.starting?.('settling');
  // An import that a crash interrupted is discarded.
  await importStore.discard(null).then(done).catch(store.giveUp);
  const givenUp = await giveUpPayments(hub);
  if (givenUp > 0)
    log.warn(
      { givenUp },
      'Payments were under way when Aisle stopped. They are being reversed, and their seats stay for another tender while the holds run.',
    );
  await hub.change('jobs.hastenRefunds', {}, SYSTEM, null);
  // What a crash left to be told of a new schedule is told now.
  void importStore.settle();
  const breaker = new TerminalBreaker({
    ...{ now: () => hub.now(), trouble: troubles.of('terminal') },
    asked: (answered) => hearing.terminal(answered),
    works: (restedMs) => hearing.terminalWorks(restedMs),
  });
  const payments = new Payments({ hub, terminal, wait: waited, breaker });
  const jobs = new JobRunner({
    ...{ hub, work: paymentJobs(terminal), timer: processTimer, random: Math.random },
    tried: () => tell({ notice: true, type: 'jobs.changed' }),
    done: (ms) => hearing.jobDone(ms),
  });
  const messages = new Messages({
    ...{ hub, secretsFile: `${file}.messages`, timer: processTimer, random: Math.random },
    tried: () => tell({ notice: true, type: 'messages.changed' }),
  });
  const stopStepWatch = clock.onStep(() => {
    jobs.wake();
    messages.wake();
  });
  const stopUpkeep = startUpkeep({ hub, payments, sellDay });
  if (store.size > WHOLE_CHECK_BYTES_MAX) damage.look();

  const unwatch = watchClock(clock, tell, troubles.of('clock'));
  // A training hub that was closed for days needs the flights of today as soon as somebody has said when that is.
  const unlay = clock.onStep(({ why }) => void (why === 'adopted' && sellDay && laySampleDay(hub, sellDay)));
  const facts = {
    mode,
    trainingUsers: mode === 'training' ? TRAINING_USERS : [],
    trainingVouchers: mode === 'training' ? TRAINING_VOUCHERS.map(({ number, does }) => ({ number, does })) : [],
    version: VERSION,
    hub: identity.fingerprint,
    home: { airport: home.code, zone: home.zone },
    terminal: terminal ? 'simulated' : 'none',
  } as const;
  const past = trainingDay?.soldTo === 0 ? Promise.withResolvers<void>() : undefined;
  const sessions = await openSessions({
    hub,
    clock,
    log,
    facts,
    trouble: () => troubles.now,
    file: `${file}.sessions`,
    past: past?.promise,
  });
  const desks = await startDesks({ hub, sessions: sessions.sessions, identity, mode, authority, file, log });
  const backups = hubBackups({
    ...{ store: file, mode, folder: backupsDir, hub, clock, timer: processTimer, log, restore: store.restore, run: startBackup, tell },
    trouble: troubles.of('backups', { backups: true }),
    payments,
    reopen: options.reopen,
  });
  const lane = new WhatIfLane(startWhatIf);
  const whatIfs = new WhatIfs({ storeFile: file, hub, lane, log });
  const outcomes = new PolicyOutcomes({
    ...{ storeFile: file, hub, lane, timer: processTimer, log },
    written: () => tell({ notice: true, type: 'pricing.outcome' }),
  });
  const { admission, flashSales, methods: admissionMethods, stop: stopAdmission } = await startAdmission({ hub, tell });
  const watched = startHealth({
    ...{ heard, hub, newestAt: found.newestAt, log, timer: processTimer, file, backupsDir, mode, zone: home.zone, tell },
    ...{ breaker: terminal && breaker, seats: () => sessions.sessions.seats, ended: store.ended },
    hasKey: (authorization, address) => desks.desks.systemOf(authorization, address) !== undefined,
  });
  const live = new LiveFeed({ hub, timer: processTimer, told: (upTo, consoles) => hearing.sent(upTo, steadyMs(), consoles) });
  const queueCounter = new QueueCounter({ hub, timer: processTimer, tell });
  listeners.add((notice) => queueCounter.hear(notice));
  const methods: HubMethods = {
    ...liveMethods(live),
    ...admissionMethods,
    ...sessions.methods,
    ...desks.methods,
    ...clockMethods(hub),
    ...policyMethods(hub),
    ...reaccommodationMethods(hub),
    ...scheduleMethods(new Uploads(`${file}.uploads`), importStore, {
      get reference() {
        return known();
      },
      now: () => hub.now(),
    }),
    ...calendarMethods({ run: startImport, now: () => hub.now() }),
    ...fareMethods({ hub, run: startImport }),
    'bookings.confirm': withSupervisor((call, yes) => sessions.pins.supervisor(call, yes), payments.confirm),
    'bookings.change': payments.change,
    'payments.giveUp': payments.giveUp,
    ...backups.methods,
    ...whatIfMethods(whatIfs),
    ...messageMethods({ hub, messages, timer: processTimer }),
    ...healthMethods(watched.health),
    ...startPassenger({ hub, reference, zone: facts.home.zone }),
  };
  jobs.start();
  await messages.start();
  outcomes.start();
  const asked: DispatcherOptions['asked'] = (name, input, desk) => {
    const look = isSimulated(desk) ? undefined : lookedAt(name, input);
    if (!look) return;
    if ('flightId' in look) colleagues?.watch(look.flightId);
    void sellDay?.lookAt(look).catch(() => {});
  };
  const dispatcher = createDispatcher({
    ...{ hub, methods, log, admission, flashSales, ...(sellDay ? { asked } : {}) },
    heard(call) {
      hearing.call(call);
      heard.calls.heard(call);
    },
  });
  const unturn = watchPolicyTurns({ hub, clock, trouble: troubles.of('policies'), lastWorkedAt: found.newestAt });
  const unblock = watchBlockTurns({ hub, clock, trouble: troubles.of('blocks') });
  const unwait = watchWaitlistTurns({ hub, clock, trouble: troubles.of('waitlist') });
  const colleagues =
    mode === 'training'
      ? new Colleagues({
          ...{ mode, hub, log, timer: processTimer, home: facts.home, door: dispatcher },
          ...{ attended: () => sessions.sessions.attended, seed: found.newestEvent + 1 },
        })
      : undefined;
  if (trainingDay) void sellDay?.sell(trainingDay).then(past?.resolve);
  // What they do is dated now, so the past comes first.
  void (past?.promise ?? Promise.resolve()).then(() => colleagues?.start());
  log.info({ mode, version: VERSION, newestEvent: found.newestEvent, bytes: store.size }, 'Started.');

  return {
    hub,
    dispatcher,
    live,
    mode,
    identity,
    ...desks.reach,
    routes: [...watched.routes, ...doorRoutes({ hub, dispatcher, keyOf: (...sent) => desks.desks.systemOf(...sent) })],
    onNotice(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake() {
      hub.wake();
      jobs.wake();
      messages.wake();
    },
    async close(why) {
      unwait();
      stopAdmission();
      unfollow();
      hub.refuseNew();
      await colleagues?.close();
      await sellDay?.close();
      await watched.close();
      await outcomes.close();
      await whatIfs.close();
      const lastBackup = await backups.close(why === 'quit');
      stopUpkeep();
      stopStepWatch();
      await Promise.all([finishPayments(hub, payments, jobs), messages.close()]);
      unwatch();
      unturn();
      unblock();
      unlay();
      unwatchNumbers();
      // A restored store is an older one, so everybody signs in again.
      await desks.close();
      await sessions.close({ forget: why === 'reopen' });
      await damage.stop();
      live.close();
      queueCounter.close();
      await store.close(lastBackup);
    },
  };
}
