import type { Output } from '../../shared/contract.ts';
import { TrainingChip } from '../parts/training-mark.tsx';
import './training-users.css';

type TrainingUser = Output<'session.state'>['trainingUsers'][number];

interface TrainingUsersProps {
  users: readonly TrainingUser[];
  chosen: string;
  onChoose: (user: TrainingUser) => void;
}

/** The users of training, with their PINs. */
export function TrainingUsers({ users, chosen, onChoose }: TrainingUsersProps) {
  return (
    <section className="train" aria-labelledby="training-users">
      <h2 id="training-users">
        Training users <TrainingChip />
      </h2>
      <p>This hub runs a sample day. No real money, no real passengers. Press a number to choose, then type the PIN.</p>
      <ol>
        {users.map((user, index) => (
          <li key={user.user}>
            <button
              type="button"
              className={user.user === chosen ? 'trainee on' : 'trainee'}
              aria-pressed={user.user === chosen}
              onClick={() => onChoose(user)}
            >
              <kbd>{index + 1}</kbd>
              <span>
                <span className="med">{user.display}</span>
                <span className="s12 t2">
                  <b className="med prop">{user.user}</b>, {user.does}
                </span>
              </span>
              <span className="pin-shown">
                <span className="aside">PIN </span>
                {user.pin}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
