import type { Input } from '../../../shared/contract.ts';
import { applyFile, type FileApplied, type StagedFile, tellBooking } from './apply-file.ts';
import { refused } from './expected.ts';
import type { Commands, Model } from './model.ts';
import { shortenHolds } from './shortened-holds.ts';
import { aboard, seatOnOtherMap } from './unseated.ts';
import { offerFreed } from './waitlist.ts';

/** A file that is applied in pieces: how far it has come. */
export type ModelSwitch =
  | { readonly step: 'copying'; readonly importId: string; readonly at: number; readonly upTo: string; readonly ended: boolean }
  | {
      readonly step: 'settling';
      readonly applied: FileApplied;
      readonly lastBooking: number;
      /** Flights by their numbers, up to which all is settled. */
      readonly upTo: number;
      readonly told: ReadonlySet<number>;
      readonly staged: boolean;
    }
  | { readonly step: 'dropping'; readonly left: number };

/** The schedule of before goes in so many pieces: each of its indices, and itself. */
const DROPPED_IN = 5;

const numberOf = ({ carrier, number }: { readonly carrier: string; readonly number: number }) =>
  `${carrier} ${String(number).padStart(4, '0')}`;

/** The next schedule becomes the schedule. Who is on it hears of it later. */
export function switchSchedule(model: Model, file: StagedFile) {
  const { switching } = model;
  if (switching?.step !== 'copying' || switching.importId !== file.importId || !switching.ended) throw refused('IMPORT_RUNNING');
  if (file.generation !== model.generation) throw refused('IMPORT_STALE');
  const from = model.events.length;
  const applied = applyFile(model, file, switching.at);
  // Its cabins follow the schedule, and are told of after it.
  const last = applied.changes ? model.events.pop() : undefined;
  if (last) model.events.splice(from, 0, last);
  const lastBooking = Math.max(0, ...model.bookings.keys());
  model.switching = applied.changes ? { step: 'settling', applied, lastBooking, upTo: 0, told: new Set(), staged: true } : undefined;
  model.met.push('in pieces');
  return { counts: applied.counts };
}

/** Tells and seats the passengers of the next flights, until so many bookings were looked at. Returns up to which flight. */
function settleSome(model: Model, { applied, ...settling }: Extract<ModelSwitch, { step: 'settling' }>, most: number, now: number) {
  const told = new Set(settling.told);
  let { upTo } = settling;
  let looked = 0;
  const flights = [...new Set([...applied.moved, ...applied.earlier, ...applied.otherMap].map(({ flightId }) => flightId))].sort(
    (a, b) => a - b,
  );
  for (const flightId of flights.filter((id) => id > settling.upTo && hasCounter(model, id))) {
    if (looked >= most) return { upTo, told, ended: false };
    const earlier = applied.earlier.filter((one) => one.flightId === flightId);
    shortenHolds(model, earlier, now, settling.lastBooking);
    offerFreed(model, now);
    if (applied.moved.some((one) => one.flightId === flightId)) {
      model.queues.changed.set(flightId, now);
      const ever = [...model.everOn].filter(([, on]) => on.has(flightId)).map(([id]) => id);
      for (const id of ever.sort((a, b) => a - b)) {
        if (looked >= most) return { upTo, told, ended: false };
        if (id > settling.lastBooking || told.has(id) || !tellBooking(model, id, applied.moved)) continue;
        told.add(id);
        looked++;
      }
    }
    const other = applied.otherMap.find((one) => one.flightId === flightId);
    const on = other ? new Set(aboard(model, flightId).map(({ booking }) => booking.bookingId)).size : 0;
    if (other && on > 0) seatOnOtherMap(model, flightId, other.before, now, settling.lastBooking);
    looked += on;
    model.freed.push(...(['F', 'J', 'W', 'Y'] as const).map((cabin) => ({ flightId, cabin })));
    offerFreed(model, now);
    upTo = flightId;
  }
  return { upTo, told, ended: true };
}

const hasCounter = (model: Model, flightId: number): boolean =>
  (['F', 'J', 'W', 'Y'] as const).some((cabin) => model.counters.has(`${flightId} ${cabin}`));

export const SCHEDULE_IN_PIECES: Commands = {
  /** It is no part of a file, and what was copied before lacks it. */
  'pricing.setFares'(model, { fares }: Input<'pricing.setFares'>, { now }) {
    const set = fares.filter(({ flightId }) => {
      const flight = model.flights.get(flightId);
      return flight && !flight.cancelled && flight.departs > now;
    });
    for (const { flightId, fare } of set) model.competitors.set(flightId, fare);
    if (set.length > 0) {
      model.generation++;
      model.events.push(['competitor.read', null, { fares: set.length }]);
    }
    return { set: set.length, left: fares.length - set.length };
  },
  /** A flight number in each piece. */
  'schedule.copy'(model, { staged, first }: { staged: StagedFile; first?: boolean }, { now }) {
    const { importId, generation } = staged;
    if (generation !== model.generation) throw refused('IMPORT_STALE');
    const underWay = model.switching;
    if (underWay && underWay.step !== 'copying') throw refused('IMPORT_RUNNING');
    const before = first ? ({ step: 'copying', importId, at: now, upTo: '', ended: false } as const) : underWay;
    if (before?.importId !== importId || before.ended) throw refused('IMPORT_UNKNOWN');
    const filed = model.staged.get(importId) ?? [];
    const numbers = [...model.flights.values(), ...filed].map(numberOf).sort();
    const upTo = numbers.find((number) => number > before.upTo);
    const done = filed.filter((flight) => upTo === undefined || numberOf(flight) <= upTo).length;
    if (upTo === undefined && done !== staged.flights) throw refused('IMPORT_UNKNOWN');
    model.switching = { ...before, upTo: upTo ?? before.upTo, ended: upTo === undefined };
    return { ended: upTo === undefined, staged: done };
  },
  'schedule.settle'(model, { bookings }: { bookings: number }, { now }) {
    const { switching } = model;
    if (!switching || switching.step === 'copying') return { done: true };
    if (switching.step === 'dropping') {
      model.switching = switching.left > 1 ? { step: 'dropping', left: switching.left - 1 } : undefined;
      return { done: switching.left === 1 };
    }
    if (switching.staged) {
      model.switching = { ...switching, staged: false };
      return { done: false };
    }
    const { ended, upTo, told } = settleSome(model, switching, bookings, now);
    model.switching = ended ? { step: 'dropping', left: DROPPED_IN } : { ...switching, upTo, told };
    model.met.push(ended ? 'all told' : 'some told');
    return { done: false };
  },
  'schedule.discard'(model, { importId, copyAlone }: { importId: string | null; copyAlone?: boolean }) {
    if (!copyAlone && importId === null) model.staged.clear();
    else if (!copyAlone) model.staged.delete(importId ?? '');
    const { switching } = model;
    if (switching?.step === 'copying' && (importId === null || importId === switching.importId)) model.switching = undefined;
    return {};
  },
};
