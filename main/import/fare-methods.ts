import { assert } from '../../shared/assert.ts';
import { FARES_READ_MS_MAX } from '../../shared/bounds.ts';
import { refuse } from '../../shared/refusals.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import type { FareFile } from './csv-competitor-fares.ts';
import type { RunImportTask } from './import-task.ts';

export interface FareMethodsOptions {
  readonly hub: Pick<InnerHub, 'look' | 'now'>;
  readonly run: RunImportTask;
}

/** Reads files of competitors’ fares, one after the other, each in a thread of its own: a file of many lines must not hold up the hub. */
export function fareMethods({ hub, run }: FareMethodsOptions): Pick<HubMethods, 'pricing.readFares'> {
  let before: Promise<unknown> = Promise.resolve();

  async function read(bytes: string) {
    let file: FareFile | undefined;
    const task = { task: 'fares', bytes: Buffer.from(bytes, 'base64'), now: hub.now() } as const;
    await run(task, AbortSignal.timeout(FARES_READ_MS_MAX), async (message) => {
      if ('faresRead' in message) file = message.faresRead;
    });
    assert(file, 'the thread told no fares');
    return 'unreadable' in file ? refuse('FARES_UNREADABLE', { problem: file.unreadable }) : hub.look('fares.match', file);
  }

  return {
    async 'pricing.readFares'(_call, { bytes }) {
      const mine = before.then(() => read(bytes));
      before = mine.catch(() => {});
      return mine;
    },
  };
}
