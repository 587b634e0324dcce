import { create } from 'zustand';
import type { ScheduleCounts, SchedulePreview } from '../../shared/methods/schedule.ts';
import type { Notice } from '../../shared/notices.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { uploadFile } from './upload-file.ts';

export type Progress = Pick<Extract<Notice, { type: 'schedule.progress' }>, 'stage' | 'done' | 'records'>;

/** The steps of an import. Each can be stopped until the schedule is applied. Then nothing was changed. */
export type ImportStep =
  | { readonly at: 'choosing' }
  | { readonly at: 'sending'; readonly sent: number; readonly size: number }
  | { readonly at: 'reading'; readonly progress: Progress }
  | { readonly at: 'previewed'; readonly preview: SchedulePreview }
  | { readonly at: 'applying'; readonly preview: SchedulePreview; readonly progress: Progress }
  | { readonly at: 'applied'; readonly counts: ScheduleCounts };

interface ImportState {
  /** The file at work, kept so that a stale preview can be made again without choosing it again. */
  readonly file: File | null;
  readonly step: ImportStep;
  readonly refusal: Refusal | null;
  start(file: File): Promise<void>;
  /** Makes the preview of the same file again. */
  again(): Promise<void>;
  apply(): Promise<void>;
  /** Stops what runs, or puts the preview away. Nothing was changed. */
  cancel(): Promise<void>;
  hear(notice: Notice): void;
  forget(): void;
}

const CHOOSING: ImportStep = { at: 'choosing' };
const NAME_SIGNS_MAX = 200;
const plainName = (file: File): string => file.name.replace(/\p{Cc}|\p{Cs}/gu, '').slice(-NAME_SIGNS_MAX);

export const useImport = create<ImportState>()((set, get) => {
  /** Counts imports begun or given up, so that an answer that nobody waits for changes nothing. */
  let round = 0;

  return {
    file: null,
    step: CHOOSING,
    refusal: null,
    async start(file) {
      round += 1;
      const mine = round;
      const given = () => mine !== round;
      const uploadId = newRequestId();
      set({ file, refusal: null, step: { at: 'sending', sent: 0, size: file.size } });
      const lost = await uploadFile({
        uploadId,
        file,
        isStopped: given,
        onSent: (sent) => !given() && set({ step: { at: 'sending', sent, size: file.size } }),
      });
      if (given()) return;
      if (lost) return set({ step: CHOOSING, refusal: lost });
      set({ step: { at: 'reading', progress: { stage: 'reading', done: 0, records: 0 } } });
      const reply = await call('schedule.preview', { uploadId, name: plainName(file) });
      if (given()) return;
      set(reply.ok ? { step: { at: 'previewed', preview: reply.value } } : { step: CHOOSING, refusal: reply.refusal });
    },
    async again() {
      const { file } = get();
      if (file) await get().start(file);
    },
    async apply() {
      const { step } = get();
      if (step.at !== 'previewed') return;
      const { preview } = step;
      set({ refusal: null, step: { at: 'applying', preview, progress: { stage: 'applying', done: 0, records: 0 } } });
      const mine = round;
      const reply = await call('schedule.apply', { requestId: newRequestId(), importId: preview.importId }, 'person');
      if (mine !== round) return;
      if (reply.ok) set({ step: { at: 'applied', counts: reply.value.counts } });
      // The hub forgets the preview of an import that was stopped.
      else set({ step: reply.refusal.code === 'IMPORT_CANCELLED' ? CHOOSING : { at: 'previewed', preview }, refusal: reply.refusal });
    },
    async cancel() {
      const { step } = get();
      // It may be too late to stop it: the reply to `apply` tells.
      if (step.at === 'applying') return void (await call('schedule.cancel', {}, 'person'));
      get().forget();
      // An upload is simply dropped. Only a preview has to be stopped or discarded.
      if (step.at === 'reading' || step.at === 'previewed') await call('schedule.cancel', {}, 'person');
    },
    forget() {
      round += 1;
      set({ step: CHOOSING, refusal: null, file: null });
    },
    hear(notice) {
      if (notice.type !== 'schedule.progress') return;
      const { step } = get();
      const { stage, done, records } = notice;
      if (step.at === 'reading' || step.at === 'applying') set({ step: { ...step, progress: { stage, done, records } } });
    },
  };
});

// An import belongs to the supervisor who began it; somebody else begins with none.
onSessionOver(() => useImport.getState().forget());
