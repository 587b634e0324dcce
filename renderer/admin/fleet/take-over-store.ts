import { create } from 'zustand';
import type { Input, Output } from '../../../shared/contract.ts';
import { type Refusal, refuse } from '../../../shared/refusals.ts';
import { call, newRequestId } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';

/** What is typed for a take-over. */
export interface TypedTakeOver {
  readonly from: string;
  readonly until: string;
  readonly onlyUnsold: boolean;
  readonly reason: string;
}

export type Subject = Input<'fleet.preview'>['map'];
export type Days = Pick<Input<'fleet.preview'>, 'from' | 'until' | 'onlyUnsold'>;

interface TakeOverState {
  readonly typed: TypedTakeOver;
  /** What was asked last, so that an answer to another question is not shown. */
  readonly asked: string;
  readonly preview: Output<'fleet.preview'> | null;
  /** Why it cannot be told. */
  readonly refusal: Refusal | null;
  /** Why the map was not kept, or does not fly. It stays until something else is typed or tried. */
  readonly refused: Refusal | null;
  readonly busy: boolean;
  /** The preview is of a map or of days that have changed since, and the next one is on its way. */
  readonly isOld: boolean;
  ask(subject: Subject, days: Days): Promise<void>;
  /** The map flies. What came of it, or undefined when it was refused. */
  takeOver(id: string, days: Days, reason: string): Promise<Output<'fleet.takeOver'> | undefined>;
  type(typed: Partial<TypedTakeOver>): void;
  showRefusal(refusal: Refusal | null): void;
}

const EMPTY: TypedTakeOver = { from: '', until: '', onlyUnsold: false, reason: '' };
const NOTHING = { typed: EMPTY, asked: '', preview: null, refusal: null, refused: null, busy: false, isOld: false };

/** What a preview says of flights and passengers, to compare two of them. */
const told = ({ seen: _, ...preview }: Output<'fleet.preview'>): string => JSON.stringify(preview);

/** What a map would do from a day on, and doing it. */
export const useTakeOver = create<TakeOverState>()((set, get) => ({
  ...NOTHING,
  async ask(map, days) {
    const asked = JSON.stringify({ map, days });
    set({ asked });
    const reply = await call('fleet.preview', { map, ...days });
    if (get().asked !== asked) return;
    set(reply.ok ? { preview: reply.value, refusal: null, isOld: false } : { preview: null, refusal: reply.refusal, isOld: false });
  },
  async takeOver(id, days, reason) {
    const { preview: seen, busy } = get();
    if (!seen || busy) return undefined;
    set({ busy: true, refused: null });
    // The draft is a map with an id now, so the hub is asked once more. What it says must be what was looked at.
    const look = await call('fleet.preview', { map: { id }, ...days });
    if (!look.ok || told(look.value) !== told(seen)) {
      set(look.ok ? { preview: look.value, refused: refuse('FLEET_STALE').refusal, busy: false } : { refused: look.refusal, busy: false });
      return undefined;
    }
    const reply = await call('fleet.takeOver', { requestId: newRequestId(), id, ...days, seen: look.value.seen, reason }, 'person');
    set({ busy: false, refused: reply.ok ? null : reply.refusal });
    if (!reply.ok) return undefined;
    set({ typed: EMPTY });
    return reply.value;
  },
  type: (typed) => set((now) => ({ typed: { ...now.typed, ...typed }, refused: null })),
  showRefusal: (refused) => set({ refused }),
}));

onSessionOver(() => useTakeOver.setState(NOTHING));
