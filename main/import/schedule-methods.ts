import { randomUUID } from 'node:crypto';
import type { Notice } from '../../shared/notices.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { ApplyScheduleInput } from '../commands/apply-schedule.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import { type ImportProgress, previewImport } from './import-job.ts';
import type { ImportStore } from './import-store.ts';
import type { Uploads } from './uploads.ts';

export type ScheduleMethods = Pick<HubMethods, Extract<keyof HubMethods, `schedule.${string}`>>;

/** The console that imports hears of the progress at most this often, and always at the end of a stage. */
const TELL_EVERY_MS = 100;

/** Import by steps: upload, preview, apply. One import at a time; a preview stands until it is applied, cancelled or replaced. */
export function scheduleMethods(uploads: Uploads, store: ImportStore): ScheduleMethods {
  let running: AbortController | undefined;
  /** The request id of the import that is being applied. */
  let applying: string | undefined;
  let previewed: ApplyScheduleInput | undefined;

  const forget = async (): Promise<void> => {
    const left = previewed;
    previewed = undefined;
    if (left) await store.discard(left.importId);
  };

  return {
    async 'schedule.upload'(_call, { uploadId, part, bytes }) {
      return uploads.add(uploadId, part, Buffer.from(bytes, 'base64'));
    },

    async 'schedule.preview'({ connection }, { uploadId, name }) {
      if (running || applying !== undefined) return refuse('IMPORT_RUNNING');
      const stop = new AbortController();
      running = stop;
      let file: string | undefined;
      try {
        file = await uploads.finish(uploadId);
        if (!file) return refuse('UPLOAD_UNKNOWN');
        await forget();
        const progress = slowed((notice) => connection.notify(notice));
        const reply = await previewImport({ file, name, importId: randomUUID(), store, signal: stop.signal, progress });
        if (!reply.ok) return reply;
        previewed = reply.value.apply;
        return accept(reply.value.preview);
      } finally {
        running = undefined;
        if (file) uploads.remove(file);
      }
    },

    async 'schedule.apply'({ actor, connection }, { requestId, importId }) {
      const busy = running !== undefined || (applying !== undefined && applying !== requestId);
      if (busy && !(await store.isAnswered(requestId))) return refuse('IMPORT_RUNNING');
      // A console that lost the reply asks again under its request id. The store has the reply, whatever is remembered here.
      const input = busy || previewed?.importId !== importId ? undefined : previewed;
      if (!input) return store.apply({ importId }, actor, requestId);
      const progress = slowed((notice) => connection.notify(notice));
      applying = requestId;
      try {
        progress({ stage: 'applying', done: 0, records: input.flights });
        const reply = await store.apply(input, actor, requestId);
        progress({ stage: 'applying', done: 1, records: input.flights });
        if (reply.ok && previewed === input) previewed = undefined;
        if (!reply.ok && (reply.refusal.code === 'IMPORT_STALE' || reply.refusal.code === 'IMPORT_UNKNOWN')) await forget();
        return reply;
      } finally {
        if (applying === requestId) applying = undefined;
      }
    },

    async 'schedule.cancel'() {
      running?.abort();
      // An import that is being applied is one transaction and cannot be stopped.
      if (applying === undefined) await forget();
      return accept({});
    },
  };
}

function slowed(tell: (notice: Notice) => void): (progress: ImportProgress) => void {
  let last = -Infinity;
  let stage = '';
  return (progress) => {
    const now = performance.now();
    if (progress.stage === stage && progress.done < 1 && now - last < TELL_EVERY_MS) return;
    last = now;
    stage = progress.stage;
    tell({ notice: true, type: 'schedule.progress', ...progress });
  };
}
