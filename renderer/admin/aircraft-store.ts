import { create } from 'zustand';
import type { Input, Output } from '../../shared/contract.ts';
import { isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

export type ListedAircraft = Output<'aircraft.list'>['aircraft'][number];

interface AircraftState {
  readonly aircraft: readonly ListedAircraft[];
  readonly loaded: boolean;
  /** Why the list could not be read. */
  readonly refusal: Refusal | null;
  load(): Promise<void>;
  hear(event: JournalEvent): void;
  /** The refusal, or undefined when it was done. */
  put(aircraft: Omit<Input<'aircraft.set'>, 'requestId'>): Promise<Refusal | undefined>;
}

const NOTHING = { aircraft: [], loaded: false, refusal: null };

export const useAircraft = create<AircraftState>()((set, get) => ({
  ...NOTHING,
  async load() {
    const reply = await call('aircraft.list', {});
    set(reply.ok ? { aircraft: reply.value.aircraft, loaded: true, refusal: null } : { refusal: reply.refusal, loaded: true });
  },
  hear(event) {
    if (isAbout(event, 'aircraft') || isAbout(event, 'schedule')) void get().load();
  },
  async put(aircraft) {
    const reply = await call('aircraft.set', { requestId: newRequestId(), ...aircraft }, 'person');
    if (!reply.ok) return reply.refusal;
    await get().load();
    return undefined;
  },
}));

onSessionOver(() => useAircraft.setState(NOTHING));
