import { create } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import { isAbout } from '../../../shared/event-effects.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import type { FleetMap } from '../../../shared/methods/fleet.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';

export type ShownMap = Output<'fleet.map'>;

interface FleetState {
  /** Null until the hub answered. */
  readonly maps: readonly FleetMap[] | null;
  readonly refusal: Refusal | null;
  /** The map of the list that is looked at. */
  readonly chosen: string | null;
  /** The same, whole; of the one before until the hub answered. */
  readonly shown: ShownMap | null;
  /** The map that others are held against. */
  readonly against: ShownMap | null;
  load(): Promise<void>;
  hear(event: JournalEvent): void;
  choose(id: string): Promise<void>;
  /** The map that is looked at, once the hub has answered: a fast hand goes on while the one before is still drawn. */
  lookedAt(): Promise<ShownMap | null>;
  compare(): Promise<void>;
}

const NOTHING = { maps: null, refusal: null, chosen: null, shown: null, against: null };

/** The seat maps of the fleet, and the one that is looked at. */
export const useFleet = create<FleetState>()((set, get) => ({
  ...NOTHING,
  async load() {
    const reply = await call('fleet.list', {});
    if (!reply.ok) return set({ refusal: reply.refusal });
    const { maps } = reply.value;
    set({ maps, refusal: null });
    const chosen = maps.some(({ id }) => id === get().chosen) ? get().chosen : (maps[0]?.id ?? null);
    if (chosen !== null) await get().choose(chosen);
  },
  hear(event) {
    // Which flights have which map changes with the schedule too.
    if (isAbout(event, 'fleet') || isAbout(event, 'schedule')) void get().load();
  },
  async choose(chosen) {
    set({ chosen });
    const reply = await call('fleet.map', { id: chosen });
    if (get().chosen === chosen) set(reply.ok ? { shown: reply.value, refusal: null } : { refusal: reply.refusal });
  },
  async lookedAt() {
    const { chosen, shown } = get();
    if (chosen !== null && shown?.about.id !== chosen) await get().choose(chosen);
    return get().shown?.about.id === get().chosen ? get().shown : null;
  },
  async compare() {
    const shown = await get().lookedAt();
    set(({ against }) => ({ against: against ? null : shown }));
  },
}));

onSessionOver(() => useFleet.setState(NOTHING));
