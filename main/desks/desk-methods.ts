import { randomBytes } from 'node:crypto';
import { accept, type Reply, refuse } from '../../shared/refusals.ts';
import { LEAST_RIGHTS } from '../../shared/system-rights.ts';
import { type Actor, SYSTEM } from '../actor.ts';
import type { ConsoleSession } from '../hub/connection.ts';
import { fingerprint as printOf } from '../hub/fingerprint.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { HubIdentity } from '../hub/hub-desk.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import type { StoreMode } from '../store/open-store.ts';
import type { DeskRow } from '../store/tables/desks-table.ts';
import { isSimulated } from '../training/simulated-desks.ts';
import { isSignedBy, readPublicKey } from './desk-key.ts';
import type { Desks } from './desks.ts';
import { listDesks } from './list-desks.ts';
import type { Pairing, Wanted } from './pairing.ts';

export type DeskMethods = Pick<HubMethods, Extract<keyof HubMethods, `desks.${string}`> | 'session.prove'>;

export interface DeskMethodsOptions {
  readonly hub: InnerHub;
  readonly desks: Desks;
  /** All of the hub, in the order in which they began. */
  readonly sessions: { readonly all: readonly ConsoleSession[] };
  readonly pairing: Pairing;
  readonly identity: HubIdentity;
  readonly mode: StoreMode;
  /** What a console on another computer opens; empty when the hub listens on no port. */
  readonly address: () => string;
  /** 16 random bytes, base64url. */
  readonly newId?: () => string;
}

const randomId = (): string => randomBytes(16).toString('base64url');
const BAD_KEY = refuse('INPUT_INVALID', { field: 'publicKey', problem: 'is no public key of P-256' });

export function deskMethods(options: DeskMethodsOptions): DeskMethods {
  const { hub, desks, sessions, pairing, identity, mode, address, newId = randomId } = options;
  const { fingerprint } = identity;
  /** Who brought the last code, and what they get: a console that lost the reply, or asks again before it came, gets the same for the same key. */
  let last: { readonly code: string; readonly publicKey: string | null; readonly reply: Promise<Reply<Paired>> } | undefined;
  /** The desk of the last code. */
  let lastPaired: string | undefined;

  const paired = ({ id, name }: Pick<DeskRow, 'id' | 'name'>) => ({ id, desk: name, hub: fingerprint });
  type Paired = ReturnType<typeof paired>;

  const nameProblem = (desk: string) => {
    if (isSimulated(desk)) return refuse('DESK_RESERVED', { desk });
    return desk === identity.desk.desk ? refuse('DESK_TAKEN', { desk }) : undefined;
  };

  const offered = () => {
    const { offer } = pairing;
    if (!offer) return null;
    const { desk, kind, rights, code, left, triesLeft, lastAskedFrom } = offer;
    return { desk, kind, rights, code, endsAt: hub.now() + left, triesLeft, lastAskedFrom, fingerprint, address: address() };
  };

  /** Keeps a desk with its key. */
  const keep = async (desk: Parameters<Desks['add']>[0], keptIn: DeskRow['kept_in'], by: Actor): Promise<Reply<Paired>> => {
    const kept = await hub.change('desks.add', { ...desk, keptIn, practice: by === SYSTEM }, by, null);
    if (!kept.ok) return kept;
    desks.add(desk);
    return accept(paired(desk));
  };

  const rowOf = ({ desk, kind, rights }: Wanted, key: string) => ({ id: newId(), name: desk, kind, rights, key });

  return {
    'desks.list': async () => accept({ hub: identity.desk.desk, desks: await listDesks(hub, desks, sessions.all) }),

    async 'desks.offer'({ actor }, { desk, kind, rights }) {
      const problem = nameProblem(desk);
      if (problem) return problem;
      if (desks.isNamed(desk)) return refuse('DESK_TAKEN', { desk });
      last = undefined;
      lastPaired = undefined;
      pairing.show({ desk, kind, rights: kind === 'system' ? (rights ?? LEAST_RIGHTS) : null }, actor);
      const shown = offered();
      return shown ? accept(shown) : refuse('HUB_BUSY');
    },

    async 'desks.offered'() {
      return accept({ offer: offered(), ...(lastPaired === undefined ? {} : { paired: { desk: lastPaired } }) });
    },

    async 'desks.endOffer'() {
      pairing.end();
      return accept({});
    },

    async 'desks.pair'({ connection }, input) {
      const key = 'publicKey' in input ? readPublicKey(input.publicKey) : null;
      if (key === undefined) return BAD_KEY;
      if (last && key !== null && last.code === input.code && last.publicKey === key) {
        const again = await last.reply;
        if (again.ok && desks.paired(again.value.id)) return again;
      }
      const taken = pairing.take(input.code, key === null ? 'system' : 'console', connection.caller.address);
      if (!taken.ok) return taken;
      const secret = randomBytes(32).toString('base64url');
      const desk = rowOf(taken.wanted, key ?? printOf(secret));
      const keeping = keep(desk, 'publicKey' in input ? (input.keptIn ?? 'browser') : null, taken.by);
      last = { code: input.code, publicKey: key, reply: keeping };
      let reply: Reply<Paired> | undefined;
      try {
        reply = await keeping;
        if (reply.ok) lastPaired = desk.name;
      } finally {
        taken.over(reply?.ok === true);
      }
      if (!reply.ok) return reply;
      return key === null ? accept({ ...reply.value, secret }) : reply;
    },

    async 'desks.pairHere'({ connection }, { desk, publicKey }) {
      if (mode !== 'training' || !connection.caller.local) return refuse('PAIRING_NEEDS_CODE');
      const key = readPublicKey(publicKey);
      if (!key) return BAD_KEY;
      const problem = nameProblem(desk);
      if (problem) return problem;
      return keep(rowOf({ desk, kind: 'console', rights: null }, key), 'browser', SYSTEM);
    },

    async 'desks.rename'({ actor }, { requestId, id, desk }) {
      if (!desks.paired(id)) return refuse('DESK_UNKNOWN');
      return nameProblem(desk) ?? hub.change('desks.name', { id, desk }, actor, requestId);
    },

    async 'session.prove'({ connection }, { id, signature, version }) {
      if (desks.isRevoked(id)) return refuse('KEY_REVOKED');
      const desk = desks.paired(id);
      if (desk?.kind !== 'console') return refuse('KEY_UNKNOWN');
      if (!isSignedBy(desk.key, signature, connection.challenge, fingerprint)) return refuse('KEY_UNKNOWN');
      desks.enter(desk, connection, version ?? null);
      return accept({ desk: desk.desk });
    },
  };
}
