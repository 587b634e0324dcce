import { create } from 'zustand';
import type { FlightSummary } from '../../../shared/methods/flights.ts';
import type { HandChange } from '../../../shared/methods/hand-changes.ts';
import type { SchedulePreview } from '../../../shared/methods/schedule.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call, newRequestId } from '../../client/client.ts';
import { onSessionOver } from '../../client/on-session-over.ts';

interface Asked {
  readonly change: HandChange;
  readonly reason: string;
}

interface HandState {
  /** What the dialog is about; null while it is closed. */
  readonly about: FlightSummary | 'new' | null;
  readonly asked: Asked | null;
  readonly preview: SchedulePreview | null;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  open(about: FlightSummary | 'new'): void;
  /** Nothing is changed, and the hub forgets the preview. */
  close(): void;
  /** Back to what was typed. */
  back(): void;
  ask(asked: Asked): Promise<void>;
  /** The preview of the same change, as things stand now. */
  again(): Promise<void>;
  /** Gives back what was applied; undefined when it was refused. */
  apply(): Promise<SchedulePreview | undefined>;
}

const CLOSED = { about: null, asked: null, preview: null, refusal: null, busy: false } as const;

const forgetPreview = (preview: SchedulePreview | null): void => {
  if (preview) void call('schedule.cancel', { importId: preview.importId });
};

/** A change of one flight by a supervisor: what was asked, what it would do, and the deed. */
export const useHand = create<HandState>()((set, get) => {
  /** Counts dialogs, so that an answer that comes after one was closed changes nothing. */
  let round = 0;
  const look = async (asked: Asked): Promise<void> => {
    if (get().busy) return;
    const mine = round;
    set({ asked, busy: true, refusal: null });
    const reply = await call('schedule.byHand', asked, 'person');
    if (mine !== round) return forgetPreview(reply.ok ? reply.value : null);
    set(reply.ok ? { busy: false, preview: reply.value } : { busy: false, preview: null, refusal: reply.refusal });
  };
  return {
    ...CLOSED,
    open(about) {
      round += 1;
      set({ ...CLOSED, about });
    },
    close() {
      round += 1;
      forgetPreview(get().preview);
      set(CLOSED);
    },
    back() {
      forgetPreview(get().preview);
      set({ preview: null, refusal: null });
    },
    async ask(asked) {
      // The second Enter of a hurried hand comes while the form is still there.
      if (get().preview === null) await look(asked);
    },
    async again() {
      const { asked, preview } = get();
      forgetPreview(preview);
      if (asked) await look(asked);
    },
    async apply() {
      const { preview, busy } = get();
      if (!preview || busy) return undefined;
      const mine = round;
      set({ busy: true, refusal: null });
      const reply = await call('schedule.apply', { requestId: newRequestId(), importId: preview.importId }, 'person');
      if (mine === round) set(reply.ok ? CLOSED : { busy: false, refusal: reply.refusal });
      return reply.ok ? preview : undefined;
    },
  };
});

// A change belongs to the supervisor who began it.
onSessionOver(() => useHand.setState(CLOSED));
