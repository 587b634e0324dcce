import { minor, moneyText } from '../../shared/money.ts';
import { Button } from '../parts/button.tsx';
import type { OversaleRoom } from './oversale-store.ts';
import { lateText, STATE_WORDS } from './oversale-words.ts';

const TONES = { ASKED: 'warn', TOOK: 'ok', NO: 't3', WITHDRAWN: 't3' } as const;

interface VolunteersPanelProps {
  room: OversaleRoom;
  /** The number of the volunteer whose answer is awaited. */
  asked: number | undefined;
  onChoose: (volunteerId: number) => void;
  onAsk: (() => void) | undefined;
}

/** Who was asked to give a seat up, for what, and what they said. */
export function VolunteersPanel({ room, asked, onChoose, onAsk }: VolunteersPanelProps) {
  const { volunteers, unseated, currency } = room;
  const found = volunteers.filter(({ state }) => state === 'TOOK').length;
  const needed = found + unseated;
  const headText = (): string => {
    if (needed === 0) return 'none needed';
    return room.seats === 0 ? 'nobody to ask' : `asked first, ${found} of ${needed} found`;
  };
  return (
    <section aria-labelledby="ov-volunteers">
      <div className="panel-h">
        <h2 id="ov-volunteers">Volunteers</h2>
        <span className="s12 t3">{headText()}</span>
        {onAsk ? (
          <Button variant="quiet" className="push" kbd="V" onPress={onAsk}>
            Ask next
          </Button>
        ) : null}
      </div>
      {volunteers.length === 0 ? (
        <p className="s12 t2 ov-empty">
          {room.seats === 0
            ? 'Nobody in this cabin has a seat to give up.'
            : unseated > 0
              ? 'Nobody was asked yet.'
              : 'Nobody needs to be asked: everybody has a seat.'}
        </p>
      ) : (
        <table className="trace" aria-label="Volunteers">
          <thead className="aside">
            <tr>
              <th>Seat</th>
              <th>Name</th>
              <th>Other flight, and when it arrives</th>
              <th>Voucher {currency}</th>
              <th>Answer</th>
            </tr>
          </thead>
          <tbody>
            {volunteers.map((one) => (
              <tr key={one.volunteerId} className={one.volunteerId === asked ? 'is-chosen' : undefined}>
                <td className="str">{one.seat}</td>
                <td className="med cut ov-name">
                  {one.state === 'ASKED' ? (
                    <button
                      type="button"
                      className="ov-choose cut"
                      aria-pressed={one.volunteerId === asked}
                      onClick={() => onChoose(one.volunteerId)}
                    >
                      {one.name}
                    </button>
                  ) : (
                    one.name
                  )}
                </td>
                <td className="s12 t2 nb">
                  {one.way.flight}, {lateText(one.way.lateMs)}
                </td>
                <td className="num">{moneyText(minor(one.amount), one.currency)}</td>
                <td className={`s12 nb ${TONES[one.state]}`}>{STATE_WORDS[one.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
