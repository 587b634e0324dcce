import { type KeptRoutes, keptRoutes } from '../../../main/queries/search/kept-routes.ts';
import type { Database } from '../../../main/store/database.ts';

/** Reads all that searches have asked for, as the reader does while nobody asks for anything. Returns the number of pieces. */
export async function readAhead(db: Database, kept: KeptRoutes = keptRoutes(db)): Promise<number> {
  let pieces = 0;
  for (; kept.wantsMore; pieces++) await kept.readSome(db);
  return pieces;
}
