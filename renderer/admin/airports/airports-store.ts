import { create } from 'zustand';
import type { Input, Output } from '../../../shared/contract.ts';
import { isAbout } from '../../../shared/event-effects.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import type { AirportChange } from '../../../shared/methods/airports.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call, newRequestId } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';

/** What is known of a code. */
export type KnownAirport = Output<'airports.read'> & { readonly code: string };
export type AirportPreview = Output<'airports.preview'>;

interface AirportsState {
  readonly changes: readonly AirportChange[];
  readonly loaded: boolean;
  /** Why the list could not be read. */
  readonly refusal: Refusal | null;
  load(): Promise<void>;
  hear(event: JournalEvent): void;
  /** Undefined when it could not be read. */
  read(code: string): Promise<KnownAirport | undefined>;
  /** What a change would do; the refusal says why it cannot be. */
  preview(change: Input<'airports.preview'>): Promise<AirportPreview | Refusal>;
  /** The refusal, or undefined when it was done. */
  put(change: Omit<Input<'airports.set'>, 'requestId'>): Promise<Refusal | undefined>;
}

const NOTHING = { changes: [], loaded: false, refusal: null };

export const useAirports = create<AirportsState>()((set, get) => ({
  ...NOTHING,
  async load() {
    const reply = await call('airports.list', {});
    set(reply.ok ? { changes: reply.value.changes, loaded: true, refusal: null } : { refusal: reply.refusal, loaded: true });
  },
  hear(event) {
    if (isAbout(event, 'schedule')) void get().load();
  },
  async read(code) {
    const reply = await call('airports.read', { code }, 'person');
    return reply.ok ? { code, ...reply.value } : undefined;
  },
  async preview(change) {
    const reply = await call('airports.preview', change, 'person');
    return reply.ok ? reply.value : reply.refusal;
  },
  async put(change) {
    const reply = await call('airports.set', { requestId: newRequestId(), ...change }, 'person');
    if (!reply.ok) return reply.refusal;
    await get().load();
    return undefined;
  },
}));

onSessionOver(() => useAirports.setState(NOTHING));
