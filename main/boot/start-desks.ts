import { openAuthority } from '../desks/authority.ts';
import { deskMethods } from '../desks/desk-methods.ts';
import { Desks } from '../desks/desks.ts';
import { Pairing } from '../desks/pairing.ts';
import type { InnerHub } from '../hub/hub.ts';
import { type HubIdentity, hubDesk } from '../hub/hub-desk.ts';
import { processTimer } from '../hub/timer.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { StoreMode } from '../store/open-store.ts';
import { ConfigRefused } from './config.ts';

interface OpenIdentityOptions {
  /** Of the store. The authority lies beside it. */
  readonly file: string;
  readonly hub: InnerHub;
  /** The name of the hub's own desk. */
  readonly desk: string;
  readonly trouble: (problem: string) => void;
}

/** What this hub is to its consoles. Throws ConfigRefused when its own desk has the name of another one: two counters would share one drawer. */
export async function openIdentity({ file, hub, desk, trouble }: OpenIdentityOptions): Promise<HubIdentity> {
  const known = await hub.look('desks.known', {});
  if (known.ok && known.value.desks.some((other) => other.name === desk && other.revoked_at === null))
    throw new ConfigRefused(`Another counter is paired as desk ${desk}. Start with --desk and the name of this one.`);
  const { authority, setApart } = await openAuthority(`${file}.authority`, hub.now());
  if (setApart)
    trouble(
      `The certificate authority of this hub could not be used, and another one was made. Pair every desk again. The old file is ${setApart}.`,
    );
  return { fingerprint: authority.fingerprint, desk: hubDesk(desk) };
}

interface StartDesksOptions {
  readonly hub: InnerHub;
  readonly sessions: Pick<Sessions, 'endAt' | 'tellSupervisors'>;
  readonly identity: HubIdentity;
  readonly mode: StoreMode;
}

/** Lets desks be paired, and prove which they are. */
export async function startDesks({ hub, sessions, identity, mode }: StartDesksOptions) {
  let address = '';
  const changed = () => sessions.tellSupervisors({ notice: true, type: 'desks.changed' });
  const pairing = new Pairing({ changed });
  const desks = await Desks.open({ hub, timer: processTimer, endSessionsOf: (id) => sessions.endAt(id), changed });
  return {
    desks,
    methods: deskMethods({ hub, desks, pairing, identity, mode, address: () => address }),
    /** What a console on another computer opens. */
    listensAt(at: string) {
      address = at;
    },
    async close() {
      pairing.close();
      await desks.close();
    },
  };
}
