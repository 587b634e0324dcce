import { type Instant, MINUTE_MS } from '../../shared/instants.ts';
import type { SystemRights } from '../../shared/system-rights.ts';
import type { Connection, DeskSeat } from '../hub/connection.ts';
import type { DeskRow, DeskSeen } from '../store/tables/desks-table.ts';

/** A system that was heard of so short a time ago is there. It keeps no connection open, so nothing says that it has gone. */
export const SYSTEM_HERE_MS = MINUTE_MS;

type Known = Pick<DeskRow, 'id' | 'name' | 'kind' | 'key' | (`seen_${string}` & keyof DeskRow)> & { readonly rights: SystemRights | null };

/** A desk that is paired, as the hub process knows it: its key, and which consoles have proved that they are it. */
export class PairedDesk implements DeskSeat {
  readonly id: string;
  readonly kind: 'console' | 'system';
  readonly key: string;
  readonly consoles = new Set<Connection>();
  desk: string;
  /** What a system may do; null for a console. */
  rights: SystemRights | null;
  #seen: DeskSeen | undefined;
  /** Was it heard of since that was last written down? */
  fresh = false;

  readonly #changed: (desk: PairedDesk) => void;

  /** `changed`: told when a console comes or goes. */
  constructor({ id, name, kind, rights, key, ...seen }: Known, changed: (desk: PairedDesk) => void) {
    this.id = id;
    this.desk = name;
    this.kind = kind;
    this.rights = rights;
    this.key = key;
    const { seen_at: at, seen_from: from, seen_version: version } = seen;
    this.#seen = at === null ? undefined : { id, at, from: from ?? '', version };
    this.#changed = changed;
  }

  /** When it was heard of last, from where, and what its console was. */
  get seen(): DeskSeen | undefined {
    return this.#seen;
  }

  /** Whether somebody is there now: a console that is connected, or a system that calls. */
  isHere(now: number): boolean {
    return this.kind === 'system' ? this.#seen !== undefined && now - this.#seen.at < SYSTEM_HERE_MS : this.consoles.size > 0;
  }

  heard(at: Instant, from: string, version: string | null): void {
    this.#seen = { id: this.id, at, from, version };
    this.fresh = true;
  }

  enter(connection: Connection): void {
    connection.desk?.leave(connection);
    connection.desk = this;
    this.consoles.add(connection);
    this.#changed(this);
  }

  leave(connection: Connection): void {
    if (this.consoles.delete(connection)) this.#changed(this);
  }
}
