import { randomUUID } from 'node:crypto';
import type { ScheduleCounts } from '../../shared/methods/schedule.ts';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import type { ApplyScheduleInput } from '../commands/apply-schedule.ts';
import type { DeskCall, DeskMethods } from '../transport/desk-methods.ts';
import { type ImportProgress, previewImport } from './import/import-job.ts';
import type { ImportStore } from './import/import-store.ts';
import { Uploads } from './uploads.ts';

export type ScheduleMethods = Pick<DeskMethods, Extract<keyof DeskMethods, `schedule.${string}`>>;

export interface ScheduleImportsOptions {
  readonly store: ImportStore;
  /** For files that are being sent; emptied at the start. */
  readonly uploadFolder: string;
  /** Milliseconds that only grow, to keep progress from flooding a console. */
  readonly steady: () => number;
}

const PROGRESS_EVERY_MS = 100;

/** One import at a time on a desk: sent, read and compared, then applied or forgotten. */
export class ScheduleImports {
  readonly methods: ScheduleMethods;
  readonly #options: ScheduleImportsOptions;
  readonly #uploads: Uploads;
  /** What is under way, with what stops it if that is still possible. */
  #running: { readonly stop: AbortController | undefined; readonly ended: Promise<unknown> } | undefined;
  #previewed: ApplyScheduleInput | undefined;
  /** The last apply, so that a console which lost the reply may ask again under the same request number. */
  #applied: { readonly requestId: string; readonly input: ApplyScheduleInput } | undefined;

  constructor(options: ScheduleImportsOptions) {
    this.#options = options;
    this.#uploads = new Uploads(options.uploadFolder);
    this.methods = {
      'schedule.upload': (_call, { uploadId, part, bytes }) => this.#uploads.add(uploadId, part, Buffer.from(bytes, 'base64')),
      'schedule.preview': (call, { uploadId, name }) => this.#preview(call, uploadId, name),
      'schedule.apply': (call, { requestId, importId }) => this.#apply(call, requestId, importId),
      'schedule.cancel': async () => {
        await this.close();
        return accept({});
      },
    };
  }

  /** Forgets what an earlier run of the desk left half done. */
  async open(): Promise<void> {
    await this.#options.store.discard(null);
  }

  /** Ends what runs and forgets what was previewed. An apply under way is one transaction and is waited for. */
  async close(): Promise<void> {
    this.#running?.stop?.abort();
    await this.#running?.ended.catch(() => {});
    await this.#forget();
  }

  async #preview(call: DeskCall, uploadId: string, name: string): ReturnType<ScheduleMethods['schedule.preview']> {
    const file = this.#uploads.fileOf(uploadId);
    if (!file) return refuse('UPLOAD_UNKNOWN');
    if (this.#running) return refuse('IMPORT_RUNNING');
    const stop = new AbortController();
    const job = { file, name, importId: randomUUID(), store: this.#options.store, signal: stop.signal, progress: this.#teller(call) };
    // A new preview takes the place of the one before.
    const reply = await this.#alone(
      stop,
      this.#forget().then(() => previewImport(job)),
    );
    await this.#uploads.remove(uploadId);
    if (!reply.ok) return reply;
    this.#previewed = reply.value.apply;
    return accept(reply.value.preview);
  }

  async #apply(call: DeskCall, requestId: string, importId: string): Promise<Reply<{ counts: ScheduleCounts }>> {
    if (this.#running) return refuse('IMPORT_RUNNING');
    const again = this.#applied?.requestId === requestId ? this.#applied.input : undefined;
    const input = again ?? this.#previewed;
    if (!input || input.importId !== importId) return refuse('IMPORT_UNKNOWN');
    const tell = this.#teller(call);
    tell({ stage: 'applying', done: 0, records: input.flights });
    const reply = await this.#alone(undefined, this.#options.store.apply(input, call.actor, requestId));
    if (reply.ok) {
      this.#applied = { requestId, input };
      if (!again) this.#previewed = undefined;
      tell({ stage: 'applying', done: 1, records: input.flights });
    } else if (reply.refusal.code === 'IMPORT_STALE' || reply.refusal.code === 'IMPORT_UNKNOWN') await this.#forget();
    return reply;
  }

  async #forget(): Promise<void> {
    const input = this.#previewed;
    this.#previewed = undefined;
    if (input) await this.#options.store.discard(input.importId);
  }

  async #alone<T>(stop: AbortController | undefined, work: Promise<T>): Promise<T> {
    this.#running = { stop, ended: work };
    try {
      return await work;
    } finally {
      this.#running = undefined;
    }
  }

  #teller({ connection }: DeskCall): (progress: ImportProgress) => void {
    let next = 0;
    let stage = '';
    return (progress) => {
      const now = this.#options.steady();
      if (now < next && progress.stage === stage && progress.done < 1) return;
      next = now + PROGRESS_EVERY_MS;
      stage = progress.stage;
      connection.notify({ notice: true, type: 'schedule.progress', ...progress });
    };
  }
}
