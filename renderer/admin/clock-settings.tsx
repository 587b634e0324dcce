import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import { useSession } from '../client/session-store.ts';
import { fullMoment } from '../format/full-moment.ts';
import { useComputerTime } from '../frame/use-computer-time.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { setClockRight } from '../stores/clock-actions.ts';
import { useNow } from '../stores/clock-store.ts';

const SENTENCES = {
  agrees: 'Both go together. Small differences are made up for by themselves.',
  doubtful: "The computer's clock went on by days. Time is not followed until somebody confirms it.",
  ahead: 'The time of this store stands ahead. Deadlines, refunds and departures count by it until it is set right.',
} as const;

/** The hub's time beside the clock of its computer; a supervisor sets it right where it stands ahead. */
export function ClockSettings() {
  const standing = useSession(({ state }) => state?.clock.standing ?? 'agrees');
  const home = useSession(({ state }) => state?.home);
  const [asking, setAsking] = useState(false);
  const now = fullMoment(useNow(), home?.zone ?? 'UTC');
  const computer = fullMoment(useComputerTime(), home?.zone ?? 'UTC');
  const place = home?.airport ?? 'Z';
  return (
    <section className="ad-form" aria-labelledby="ad-clock">
      <div className="panel-h">
        <h2 id="ad-clock">Date and time</h2>
        <span className="s12 t3">by which holds end and flights leave</span>
      </div>
      <table className="grid-table" aria-labelledby="ad-clock">
        <tbody>
          <tr>
            <th scope="row">This store</th>
            <td className="str">
              {now.day}, {now.time} {place}
            </td>
          </tr>
          <tr>
            <th scope="row">The hub's computer</th>
            <td className="str">
              {computer.day}, {computer.time} {place}
            </td>
          </tr>
        </tbody>
      </table>
      <p className={standing === 'agrees' ? 't2' : 'str'}>{SENTENCES[standing]}</p>
      {standing === 'ahead' ? (
        <div>
          <Button variant="go" onPress={() => setAsking(true)}>
            Set the time right
          </Button>
        </div>
      ) : null}
      {asking ? <SetRight onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function SetRight({ onClose }: { onClose: () => void }) {
  const home = useSession(({ state }) => state?.home);
  const shown = useComputerTime();
  const moment = fullMoment(shown, home?.zone ?? 'UTC');
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [working, setWorking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const set = async () => {
    setWorking(true);
    const reply = await setClockRight(shown);
    setWorking(false);
    if (!reply.ok) return setRefusal(reply.refusal);
    announce(`The time is set right. ${reply.value.endedHolds} holds have ended.`);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      width={520}
      title={`Is it ${moment.day}, ${moment.time} ${home?.airport ?? 'Z'}?`}
      foot={
        <>
          <Button variant="quiet" kbd="Esc" ref={keep} onPress={onClose}>
            Leave the time as it is
          </Button>
          <Button variant="danger" isPending={working} onPress={() => void set()}>
            Set the time right
          </Button>
        </>
      }
    >
      <div className="ad-restore prop">
        <p>This is what the clock of the hub's computer shows. Compare it with a clock that you trust.</p>
        <ul>
          <li>
            <b className="str">Every hold of every desk ends now</b>, and its seats go back to sale. A card that is being asked keeps its
            seats if they are still free.
          </li>
          <li>Sales stay as they are. What was dated ahead of the true time is marked as dated ahead in the history.</li>
          <li>Refund quotes that were given end; ask for new ones.</li>
          <li>The journal says who set the time, from when and to when.</li>
        </ul>
        {refusal ? <RefusalLine refusal={refusal} /> : null}
      </div>
    </Dialog>
  );
}
