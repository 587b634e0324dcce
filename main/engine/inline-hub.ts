import { commands } from '../commands/registry.ts';
import type { Clock } from '../hub/clock.ts';
import { queries } from '../queries/registry.ts';
import type { Reference } from '../reference/reference.ts';
import type { Database } from '../store/database.ts';
import type { Locators } from '../store/locators.ts';
import { withOwnSeatMaps } from '../views/own-seat-maps.ts';
import { answerQuery, type QueryTable } from './answer-query.ts';
import { type CommandTable, Engine } from './engine.ts';
import { StoreHub } from './store-hub.ts';

export interface InlineHubOptions {
  readonly db: Database;
  readonly locators: Locators;
  readonly reference: Reference;
  readonly clock: Clock;
  /** Used instead of the real commands. A negative control of a test puts a broken command here. */
  readonly commands?: CommandTable;
  readonly report?: (problem: { readonly what: string; readonly reference: string; readonly problem: string }) => void;
  readonly setApart?: (locators: readonly string[]) => void;
  readonly trouble?: (problem: string) => void;
}

/** The whole hub in one thread and on one connection: for the command line and for tests. */
export async function openInlineHub(options: InlineHubOptions): Promise<StoreHub> {
  const { db, locators, reference, clock } = options;
  const engine = new Engine(
    db,
    { reference: withOwnSeatMaps(reference, db), locators },
    options.commands ?? (commands as unknown as CommandTable),
  );
  const found = await engine.open();
  clock.opened(found.newestAt);
  return new StoreHub({
    clock,
    writer: engine,
    reader: {
      ask: (asked) => engine.between(() => answerQuery(db, engine.facts, queries as unknown as QueryTable, asked)),
      learn: () => {},
      close: async () => {},
    },
    found,
    report: options.report ?? (() => {}),
    setApart: options.setApart ?? (() => {}),
    trouble: options.trouble ?? (() => {}),
  });
}
