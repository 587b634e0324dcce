import type { Instant } from '../../shared/instants.ts';
import type { Json } from '../../shared/json.ts';
import type { Reply } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Reference } from '../reference/reference.ts';
import type { Locators } from '../store/locators.ts';
import type { SnapshotDatabase } from '../store/sliced-reads.ts';

/** All that a query may know. The handle cannot write. */
export interface QueryContext {
  readonly db: SnapshotDatabase;
  readonly now: Instant;
  readonly actor: Actor;
  readonly reference: Reference;
  readonly locators: Locators;
  readonly pause?: Pause;
}

/**
 * Asked by a query with many steps between two of them; `PAUSED_NEVER` where nobody waits. Undefined means that it goes on at once. Otherwise
 * quick queries are answered first.
 */
export type Pause = () => Promise<void> | undefined;

export const PAUSED_NEVER: Pause = () => undefined;

export type Query<In, Out> = (context: QueryContext, input: In) => Promise<Reply<Out>>;

/** A query that returns its reply as JSON, because the reply is long and mostly the same each time. */
export type JsonQuery<In, Out> = (context: QueryContext, input: In) => Promise<Json<Reply<Out>>>;
