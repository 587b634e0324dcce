import { type Authority, openAuthority } from '../desks/authority.ts';
import { deskMethods } from '../desks/desk-methods.ts';
import { Desks } from '../desks/desks.ts';
import { HubCertificate } from '../desks/hub-certificate.ts';
import { Pairing } from '../desks/pairing.ts';
import { RevokedFile } from '../desks/revoked-file.ts';
import { isLocalHost } from '../hub/caller.ts';
import type { InnerHub } from '../hub/hub.ts';
import { type HubIdentity, hubDesk } from '../hub/hub-desk.ts';
import type { Log } from '../hub/log.ts';
import { processTimer } from '../hub/timer.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { StoreMode } from '../store/open-store.ts';
import { trustedHosts } from '../transport/trusted-hosts.ts';
import { ConfigRefused } from './config.ts';

interface OpenIdentityOptions {
  /** Of the store. The authority lies beside it. */
  readonly file: string;
  readonly hub: InnerHub;
  /** The name of the hub's own desk. */
  readonly desk: string;
  /** How the name was given. */
  readonly said: string;
  readonly trouble: (problem: string) => void;
}

export interface OpenedIdentity {
  readonly identity: HubIdentity;
  readonly authority: Authority;
}

/** What this hub is to its consoles. Throws ConfigRefused when its own desk has the name of another one: two counters would share one drawer. */
export async function openIdentity({ file, hub, desk, said, trouble }: OpenIdentityOptions): Promise<OpenedIdentity> {
  const known = await hub.look('desks.known', {});
  if (known.ok && known.value.desks.some((other) => other.name === desk && other.revoked_at === null))
    throw new ConfigRefused(`${said} must be a name of this desk alone, and another counter is paired as ${desk}.`);
  const { authority, setApart } = await openAuthority(`${file}.authority`, hub.now());
  if (setApart)
    trouble(
      `The certificate authority of this hub could not be used, and another one was made. Pair every desk again. The old file is ${setApart}.`,
    );
  return { identity: { fingerprint: authority.fingerprint, desk: hubDesk(desk) }, authority };
}

interface StartDesksOptions {
  readonly hub: InnerHub;
  readonly sessions: Pick<Sessions, 'all' | 'endAt' | 'tellSupervisors'>;
  readonly identity: HubIdentity;
  readonly mode: StoreMode;
  readonly authority: Authority;
  /** Of the store. The certificate lies beside it. */
  readonly file: string;
  readonly log: Log;
}

/** How consoles on other computers reach this hub. */
export interface Reach {
  /** Where they open it; supervisors are shown it while a desk is paired. */
  listensAt(address: () => string): void;
  /** What encrypts the way to a hub that listens on `host`; undefined where this computer alone reaches it. Whoever asks for it closes it. */
  certificate(host: string): Promise<HubCertificate | undefined>;
}

/** Lets desks be paired, and prove which they are. */
export async function startDesks({ hub, sessions, identity, mode, authority, file, log }: StartDesksOptions) {
  let address = () => '';
  const changed = () => sessions.tellSupervisors({ notice: true, type: 'desks.changed' });
  const pairing = new Pairing({ changed });
  const revoked = await RevokedFile.open(`${file}.revoked`, log);
  const desks = await Desks.open({ hub, timer: processTimer, revoked, endSessionsOf: (id) => sessions.endAt(id), changed });
  const reach: Reach = {
    listensAt(at) {
      address = at;
    },
    async certificate(host) {
      if (isLocalHost(host)) return undefined;
      const names = () => trustedHosts(host);
      return HubCertificate.open({ authority, file: `${file}.certificate`, names, now: () => hub.now(), timer: processTimer, log });
    },
  };
  return {
    desks,
    methods: deskMethods({ hub, desks, sessions, pairing, identity, mode, address: () => address() }),
    reach,
    async close() {
      pairing.close();
      await desks.close();
    },
  };
}
