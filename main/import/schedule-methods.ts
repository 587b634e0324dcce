import { randomUUID } from 'node:crypto';
import type { Instant } from '../../shared/instants.ts';
import type { Notice } from '../../shared/notices.ts';
import { accept, type RefusalCode, type Reply, refuse } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { AppliedSchedule, ApplyScheduleInput } from '../commands/apply-schedule-input.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import type { Reference } from '../reference/reference.ts';
import { HandPreviews } from './by-hand/hand-previews.ts';
import { previewByHand } from './by-hand/preview-by-hand.ts';
import { previewImport } from './import-job.ts';
import type { ImportProgress } from './import-progress.ts';
import type { ImportStore } from './import-store.ts';
import type { Uploads } from './uploads.ts';

export type ScheduleMethods = Pick<HubMethods, Extract<keyof HubMethods, `schedule.${string}`>>;

/** The console that imports hears of the progress at most this often, and always at the end of a stage. */
const TELL_EVERY_MS = 100;

interface Applying {
  readonly requestId: string;
  readonly importId: string;
  readonly actor: Actor;
  readonly stop: AbortController;
  readonly reply: Promise<Reply<AppliedSchedule>>;
}

/** After these a preview is of no use. */
const FORGETS: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['IMPORT_STALE', 'IMPORT_UNKNOWN', 'IMPORT_CANCELLED']);

/**
 * Import by steps: upload, preview, apply. One import at a time; a preview stands until it is applied, cancelled or replaced. Changes by hand are previewed
 * beside it, and applied the same way.
 */
export function scheduleMethods(
  uploads: Uploads,
  store: ImportStore,
  facts: { readonly reference: Reference; now(): Instant },
): ScheduleMethods {
  const byHand = new HandPreviews(store);
  let running: AbortController | undefined;
  let applying: Applying | undefined;
  let previewed: ApplyScheduleInput | undefined;

  const forget = async (): Promise<void> => {
    const left = previewed;
    previewed = undefined;
    if (left) await store.discard(left.importId);
  };

  /** It is one flight, so the writer decides whether it can be, whatever file is being read. */
  const applyByHand = async (input: ApplyScheduleInput, actor: Actor, requestId: string): Promise<Reply<AppliedSchedule>> => {
    const reply = await store.apply(input, actor, requestId);
    if (reply.ok) byHand.applied(input.importId);
    else if (FORGETS.has(reply.refusal.code)) await byHand.forget(input.importId);
    return reply;
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

    async 'schedule.byHand'(_call, asked) {
      const reply = await previewByHand(store, randomUUID(), asked, { reference: facts.reference, now: facts.now() });
      if (!reply.ok) return reply;
      await byHand.add(reply.value.apply);
      return accept(reply.value.preview);
    },

    async 'schedule.apply'({ actor, connection }, { requestId, importId }) {
      const change = byHand.of(importId);
      if (change) return applyByHand(change, actor, requestId);
      // A console that lost the reply and asks again waits for the same import.
      const same = applying?.requestId === requestId && applying.importId === importId && applying.actor.user === actor.user;
      if (applying && same) return applying.reply;
      const busy = running !== undefined || applying !== undefined;
      if (busy && !(await store.isAnswered(requestId))) return refuse('IMPORT_RUNNING');
      // Asked again later, the store has the reply under its request id, whatever is remembered here.
      const input = busy || previewed?.importId !== importId ? undefined : previewed;
      if (!input) return store.apply({ importId }, actor, requestId);
      const progress = slowed((notice) => connection.notify(notice));
      const stop = new AbortController();
      const apply = async (): Promise<Reply<AppliedSchedule>> => {
        progress({ stage: 'applying', done: 0, records: input.flights });
        const reply = await store.apply(input, actor, requestId, { signal: stop.signal, progress });
        progress({ stage: 'applying', done: 1, records: input.flights });
        if (reply.ok) {
          previewed = undefined;
          void store.settle();
        } else if (FORGETS.has(reply.refusal.code)) await forget();
        return reply;
      };
      const reply = apply().finally(() => {
        applying = undefined;
      });
      applying = { requestId, importId, actor, stop, reply };
      return reply;
    },

    async 'schedule.cancel'(_call, { importId }) {
      if (importId !== undefined) {
        await byHand.forget(importId);
        return accept({});
      }
      running?.abort();
      if (applying) {
        // The switch to the next schedule cannot be stopped. Before it nothing has changed.
        applying.stop.abort();
        await applying.reply;
      } else await forget();
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
