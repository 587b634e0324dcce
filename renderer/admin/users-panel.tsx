import { Fragment, useEffect, useState } from 'react';
import { instant, isDue, MINUTE_MS } from '../../shared/instants.ts';
import type { Hoarder } from '../../shared/methods/hoarding.ts';
import { useSession } from '../client/session-store.ts';
import { localTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { offerUndo, withdrawUndo } from '../parts/undo.tsx';
import { useNow } from '../stores/clock-store.ts';
import { ListPanel } from './list-panel.tsx';
import { NewUser } from './new-user.tsx';
import { SetPinDialog } from './set-pin-dialog.tsx';
import { useFollowed } from './use-followed.ts';
import { useHoarders } from './use-hoarders.ts';
import { type User, useUsers } from './users-store.ts';

const REFRESH_MS = MINUTE_MS / 4;

function UserState({ user, isLocked }: { user: User; isLocked: boolean }) {
  const home = useSession((state) => state.state?.home);
  if (!user.active) {
    return (
      <span className="ad-state t2">
        <Icon name="cross" size={13} />
        deactivated
      </span>
    );
  }
  if (isLocked && user.lockedUntil !== null) {
    return (
      <span className="ad-state bad">
        <Icon name="lock" size={13} />
        locked at {placesText(user.lockedAt)} until {localTime(user.lockedUntil, home?.zone ?? 'UTC')} {home?.airport ?? 'Z'}
      </span>
    );
  }
  return (
    <span className="ad-state ok">
      <Icon name="check" size={13} />
      active
    </span>
  );
}

/** `T1-04 and 2 other desks`: the list has one line for each user. */
const placesText = ([first = 'a desk', ...others]: readonly string[]): string =>
  others.length === 0 ? first : `${first} and ${others.length === 1 ? 'another desk' : `${others.length} other desks`}`;

function UserRow({ user, slowed, onPin }: { user: User; slowed: readonly Hoarder[]; onPin: () => void }) {
  const home = useSession((state) => state.state?.home);
  const refusal = useUsers((state) => state.refused[user.user]);
  const { unlock, setActive } = useUsers.getState();
  const now = useNow(REFRESH_MS);
  const isLocked = user.lockedUntil !== null && !isDue(instant(user.lockedUntil), now);
  const turn = async () => {
    await setActive(user.user, !user.active);
    if (useUsers.getState().refused[user.user]) return;
    offerUndo('users', `${user.user} ${user.active ? 'deactivated' : 'activated'}`, () => void setActive(user.user, user.active));
  };
  return (
    <Fragment>
      <tr>
        <th scope="row" className="ad-who">
          {user.user} <span className="t2">{user.display}</span>
        </th>
        <td>{user.role}</td>
        <td>
          <UserState user={user} isLocked={isLocked} />
        </td>
        <td>
          <div className="ad-buttons">
            {isLocked && (
              <Button aria-label={`Unlock ${user.user}`} onPress={() => void unlock(user.user)}>
                Unlock
              </Button>
            )}
            <Button variant="quiet" aria-label={`Set PIN of ${user.user}`} onPress={onPin}>
              Set PIN
            </Button>
            <Button variant="quiet" aria-label={`${user.active ? 'Deactivate' : 'Activate'} ${user.user}`} onPress={() => void turn()}>
              {user.active ? 'Deactivate' : 'Activate'}
            </Button>
          </div>
        </td>
      </tr>
      {slowed.map((hoarder) => (
        <tr key={hoarder.desk} className="ad-refused">
          <td colSpan={4}>
            <span className="ad-state warn">
              <Icon name="clock" size={13} />
              {hoarder.inARow} holds left to lapse in a row at desk {hoarder.desk}. The next ones are slowed until{' '}
              {localTime(hoarder.forgivenAt, home?.zone ?? 'UTC')} {home?.airport ?? 'Z'}, or until a sale.
            </span>
          </td>
        </tr>
      ))}
      {refusal && (
        <tr className="ad-refused">
          <td colSpan={4}>
            <RefusalLine refusal={refusal} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/** Who may sign in, as what, and who is locked. */
export function UsersPanel() {
  const { users, loaded, refusal } = useUsers();
  const [pinOf, setPinOf] = useState<string | null>(null);
  useFollowed(useUsers);
  const hoarders = useHoarders();
  // A refusal is for the moment; it does not wait for the next visit.
  useEffect(
    () => () => {
      useUsers.setState({ refused: {} });
      withdrawUndo('users');
    },
    [],
  );
  return (
    <div className="ad-cols">
      <ListPanel
        id="ad-users"
        title="Users"
        adds="Add user"
        counted={loaded ? `${users.length}, by user name` : null}
        refusal={refusal}
        empty={
          <Empty icon="users" title="Nobody can sign in yet">
            Add the first user beside this list.
          </Empty>
        }
        heads={
          <>
            <th scope="col">User</th>
            <th scope="col">Role</th>
            <th scope="col">State</th>
          </>
        }
        rows={users.map((user) => (
          <UserRow
            key={user.user}
            user={user}
            slowed={hoarders.filter((hoarder) => hoarder.user === user.user)}
            onPin={() => setPinOf(user.user)}
          />
        ))}
      />
      <NewUser />
      {pinOf !== null && <SetPinDialog user={pinOf} onClose={() => setPinOf(null)} />}
    </div>
  );
}
