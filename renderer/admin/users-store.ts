import { create } from 'zustand';
import type { Input, Output, ReplyOf } from '../../shared/contract.ts';
import { EVENT_EFFECTS, isAbout } from '../../shared/event-effects.ts';
import type { JournalEvent } from '../../shared/events.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

export type User = Output<'users.list'>['users'][number];
type NewUser = Omit<Input<'users.create'>, 'requestId'>;

interface UsersState {
  readonly users: readonly User[];
  readonly loaded: boolean;
  /** Why the list could not be read. */
  readonly refusal: Refusal | null;
  /** How a change to a user was refused, by user name. */
  readonly refused: Readonly<Record<string, Refusal>>;
  load(): Promise<void>;
  hear(event: JournalEvent): void;
  /** The refusal, or undefined when it was done. */
  create(user: NewUser): Promise<Refusal | undefined>;
  setPin(user: string, pin: string): Promise<Refusal | undefined>;
  unlock(user: string): Promise<void>;
  setActive(user: string, active: boolean): Promise<void>;
}

const byName = (users: readonly User[]): User[] => [...users].sort((a, b) => a.user.localeCompare(b.user));

export const useUsers = create<UsersState>()((set, get) => {
  function take(user: User): void {
    set({ users: byName([...get().users.filter((each) => each.user !== user.user), user]) });
  }
  const settle = (reply: ReplyOf<'users.create'>): Refusal | undefined => {
    if (!reply.ok) return reply.refusal;
    take(reply.value);
    return undefined;
  };
  const beside = (user: string, refusal: Refusal | undefined): void => {
    const { [user]: _, ...others } = get().refused;
    set({ refused: refusal ? { ...others, [user]: refusal } : others });
  };
  return {
    users: [],
    loaded: false,
    refusal: null,
    refused: {},
    async load() {
      const reply = await call('users.list', {});
      set(reply.ok ? { users: byName(reply.value.users), loaded: true, refusal: null } : { refusal: reply.refusal, loaded: true });
    },
    hear(event) {
      if (isAbout(event, 'user') && EVENT_EFFECTS[event.type].changesList) void get().load();
    },
    create: async (user) => settle(await call('users.create', { requestId: newRequestId(), ...user }, 'person')),
    setPin: async (user, pin) => settle(await call('users.setPin', { requestId: newRequestId(), user, pin }, 'person')),
    unlock: async (user) => beside(user, settle(await call('users.unlock', { requestId: newRequestId(), user }, 'person'))),
    setActive: async (user, active) =>
      beside(user, settle(await call('users.setActive', { requestId: newRequestId(), user, active }, 'person'))),
  };
});

// What one supervisor saw and was refused is not for the next person at this counter.
onSessionOver(() => useUsers.setState({ users: [], loaded: false, refusal: null, refused: {} }));
