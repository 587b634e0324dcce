import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import type { Role } from '../../shared/roles.ts';

interface SessionFacts {
  readonly user: string;
  readonly display: string;
  readonly role: Role;
  readonly desk: string;
}

interface SessionStore {
  /** What the hub said of itself when it was last asked; null until it answered. */
  state: Output<'session.state'> | null;
  session: SessionFacts | null;
  locked: boolean;
  /** Somebody has worked in this page: their console stays behind the lock. A page that was loaded while locked has none yet. */
  entered: boolean;
  /** Locked because the hub was started again. */
  restored: boolean;
  /** Locked so that another person may sign in. */
  forOther: boolean;
  /** Locked because the desk asks before each sale who sells. */
  forSale: boolean;
  /** Why the last session ended, when it was not the agent who ended it. */
  ended: string;
}

/** Who sits here. Changed by session-actions.ts alone. */
export const useSession = create<SessionStore>(() => ({
  state: null,
  session: null,
  locked: false,
  entered: false,
  restored: false,
  forOther: false,
  forSale: false,
  ended: '',
}));
