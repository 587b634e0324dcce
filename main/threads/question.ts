import type { AskedQuery } from '../engine/messages.ts';
import type { Caller } from '../hub/caller.ts';

/** A query on its way to the reader thread, under a number, with who asks it. */
export interface Question {
  readonly id: number;
  readonly asked: AskedQuery;
  readonly caller: Pick<Caller, 'address' | 'console'>;
}
