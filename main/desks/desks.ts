import { randomBytes, timingSafeEqual } from 'node:crypto';
import { assert } from '../../shared/assert.ts';
import type { JournalEvent } from '../../shared/events.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { Notice } from '../../shared/notices.ts';
import type { SystemRights } from '../../shared/system-rights.ts';
import { SYSTEM } from '../actor.ts';
import type { Connection, DeskSeat } from '../hub/connection.ts';
import { fingerprint } from '../hub/fingerprint.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Timer } from '../hub/timer.ts';
import { type DeskRow, rightsOf } from '../store/tables/desks-table.ts';
import { PairedDesk, SYSTEM_HERE_MS } from './paired-desk.ts';
import type { RevokedFile } from './revoked-file.ts';

/** How often it is written down when desks were heard of last. */
const SEEN_EVERY_MS = 10 * MINUTE_MS;
const TOLD_EVERY_MS = 500;
const ENDED: Notice = { notice: true, type: 'session.ended' };

interface DesksOptions {
  readonly hub: InnerHub;
  readonly timer: Timer;
  readonly revoked: Pick<RevokedFile, 'has' | 'add'>;
  /** Ends the sessions of a desk that was revoked, or has another name. */
  readonly endSessionsOf: (deskId: string) => void;
  /** The list of desks, or who is there, has changed. Told at most once in a while, because a thousand consoles may come back together. */
  readonly changed: () => void;
}

type SystemDesk = Pick<DeskSeat, 'id' | 'desk'>;

/**
 * The desks that are paired, in memory: a key is looked up without a wait, so nothing can be revoked between the look and the proof. The store has them all;
 * what is decided of them comes as events, after its commit.
 */
export class Desks {
  readonly #options: DesksOptions;
  readonly #byId = new Map<string, PairedDesk>();
  /** Ids that were revoked, so that their consoles are told so. */
  readonly #revoked = new Set<string>();
  readonly #unhear: () => void;
  #disarm: (() => void) | undefined;
  #disarmTelling: (() => void) | undefined;
  /** Systems that are there now, until they call no more. */
  readonly #disarmGone = new Map<PairedDesk, () => void>();

  private constructor(options: DesksOptions, rows: readonly DeskRow[]) {
    this.#options = options;
    for (const row of rows) {
      if (row.revoked_at === null) this.#byId.set(row.id, new PairedDesk({ ...row, rights: rightsOf(row) }, (desk) => this.#moved(desk)));
      else this.#revoked.add(row.id);
    }
    this.#unhear = options.hub.on((events) => {
      for (const event of events) this.#follow(event);
    });
    this.#arm();
  }

  static async open(options: DesksOptions): Promise<Desks> {
    const known = await options.hub.look('desks.known', {});
    assert(known.ok, 'the desks of the store can be read');
    const desks = new Desks(options, known.value.desks);
    await desks.#revokeAgain();
    return desks;
  }

  /** A store that was put back from a backup may have paired what was revoked since. */
  async #revokeAgain(): Promise<void> {
    const { hub, revoked } = this.#options;
    await revoked.add(this.#revoked);
    for (const id of [...this.#byId.keys()].filter((each) => revoked.has(each)))
      await hub.execute('desks.revoke', { requestId: `revoke-again-${randomBytes(16).toString('hex')}`, id }, SYSTEM);
  }

  paired(id: string): PairedDesk | undefined {
    return this.#byId.get(id);
  }

  isRevoked(id: string): boolean {
    return this.#revoked.has(id);
  }

  /** The system that an `Authorization` header proves, `Bearer <id>.<secret>`, and that is heard of at this address. */
  systemOf(authorization: string | undefined, address: string): (SystemDesk & { readonly rights: SystemRights }) | undefined {
    const [, id = '', secret = ''] = /^Bearer ([\w-]{22})\.([\w-]{43})$/i.exec(authorization ?? '') ?? [];
    const desk = this.#byId.get(id);
    if (desk?.kind !== 'system' || !desk.rights || !timingSafeEqual(Buffer.from(fingerprint(secret)), Buffer.from(desk.key)))
      return undefined;
    desk.heard(this.#options.hub.now(), address, null);
    if (!this.#disarmGone.has(desk)) {
      this.#tellSoon();
      this.#untilGone(desk);
    }
    return { id, desk: desk.desk, rights: desk.rights };
  }

  /** Nothing is heard of a system that calls no more, so it is looked whether it does. */
  #untilGone(desk: PairedDesk): void {
    const { hub, timer } = this.#options;
    const quietMs = Math.max(0, hub.now() - (desk.seen?.at ?? 0));
    const disarm = timer.after(Math.max(1, SYSTEM_HERE_MS - quietMs), () => {
      this.#disarmGone.delete(desk);
      if (desk.isHere(hub.now())) this.#untilGone(desk);
      else this.#tellSoon();
    });
    this.#disarmGone.set(desk, disarm);
  }

  isNamed(name: string): boolean {
    for (const { desk } of this.#byId.values()) if (desk === name) return true;
    return false;
  }

  /** It was paired, and is committed. */
  add(desk: Pick<DeskRow, 'id' | 'name' | 'kind' | 'key'> & { readonly rights: SystemRights | null }): PairedDesk {
    const added = new PairedDesk({ ...desk, seen_at: null, seen_from: null, seen_version: null }, (each) => this.#moved(each));
    this.#byId.set(desk.id, added);
    this.#tellSoon();
    return added;
  }

  #follow(event: JournalEvent): void {
    if (event.type === 'desk.revoked') this.#revoke(event.data.id);
    else if (event.type === 'desk.renamed') this.#rename(event.data.id, event.data.desk);
    else if (event.type === 'desk.allowed') this.#allow(event.data.id, event.data.rights);
  }

  #revoke(id: string): void {
    this.#revoked.add(id);
    void this.#options.revoked.add([id]);
    const desk = this.#byId.get(id);
    this.#byId.delete(id);
    if (desk) this.#letGo(desk, undefined);
  }

  #rename(id: string, name: string): void {
    const desk = this.#byId.get(id);
    if (!desk) return;
    desk.desk = name;
    this.#letGo(desk, desk);
  }

  /** What it calls next is asked of these; a feed that it reads asks before each line. */
  #allow(id: string, rights: SystemRights): void {
    const desk = this.#byId.get(id);
    if (desk) desk.rights = rights;
    this.#tellSoon();
  }

  /** Its sessions end, and its consoles ask anew which desk they are. */
  #letGo(desk: PairedDesk, seat: DeskSeat | undefined): void {
    this.#options.endSessionsOf(desk.id);
    this.#tellSoon();
    for (const connection of [...desk.consoles]) {
      if (!seat) desk.leave(connection);
      connection.desk = seat;
      connection.notify(ENDED);
    }
  }

  /** A console has proved that it is this desk. Somebody who was signed in at it as another desk is there no more. */
  enter(desk: PairedDesk, connection: Connection, version: string | null): void {
    if (connection.session && connection.session.deskId !== desk.id) connection.session.detach(connection);
    desk.enter(connection);
    desk.heard(this.#options.hub.now(), connection.caller.address, version);
  }

  /** A console of it has come or gone: until now it was there. */
  #moved(desk: PairedDesk): void {
    if (desk.seen) desk.heard(this.#options.hub.now(), desk.seen.from, desk.seen.version);
    this.#tellSoon();
  }

  #tellSoon(): void {
    this.#disarmTelling ??= this.#options.timer.after(TOLD_EVERY_MS, () => {
      this.#disarmTelling = undefined;
      this.#options.changed();
    });
  }

  #arm(): void {
    this.#disarm = this.#options.timer.after(SEEN_EVERY_MS, () => {
      void this.#keepSeen();
      this.#arm();
    });
  }

  /** If it cannot be written down, the next time does it. */
  async #keepSeen(): Promise<void> {
    const { hub } = this.#options;
    for (const desk of this.#byId.values()) {
      if (desk.consoles.size > 0 && desk.seen) desk.heard(hub.now(), desk.seen.from, desk.seen.version);
    }
    const fresh = [...this.#byId.values()].filter((desk) => desk.fresh);
    if (fresh.length === 0) return;
    for (const desk of fresh) desk.fresh = false;
    const seen = fresh.flatMap((desk) => desk.seen ?? []);
    const kept = await hub.change('desks.keepSeen', { seen }, SYSTEM, null).catch(() => undefined);
    if (!kept?.ok) for (const desk of fresh) desk.fresh = true;
  }

  /** Before the store is closed. */
  async close(): Promise<void> {
    this.#unhear();
    this.#disarm?.();
    this.#disarmTelling?.();
    for (const disarm of this.#disarmGone.values()) disarm();
    await this.#options.revoked.add([]);
    await this.#keepSeen();
  }
}
