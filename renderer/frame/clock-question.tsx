import './clock-question.css';
import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import { useSession } from '../client/session-store.ts';
import { fullMoment } from '../format/full-moment.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { confirmClock } from '../stores/clock-actions.ts';
import { useComputerTime } from './use-computer-time.ts';

const WAITS = 'Nothing is sold or changed until somebody confirms date and time.';

/** The computer's clock went on by days: Enter confirms it, Esc puts the question off, and a bar keeps it in sight. */
export function ClockQuestion() {
  const doubtful = useSession(({ state, locked }) => state?.clock.standing === 'doubtful' && !locked);
  const [putOff, setPutOff] = useState(false);
  useEffect(() => {
    if (!doubtful) setPutOff(false);
  }, [doubtful]);
  if (!doubtful) return null;
  if (!putOff) return <Question onPutOff={() => setPutOff(true)} />;
  return (
    <div className="clock-bar prop" role="status">
      <Icon name="clock" size={16} />
      <p>{WAITS} If the clock of the hub's computer is wrong, set it right; Aisle follows it by itself.</p>
      <Button onPress={() => setPutOff(false)}>Show date and time</Button>
    </div>
  );
}

function Question({ onPutOff }: { onPutOff: () => void }) {
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [asking, setAsking] = useState(false);
  const home = useSession(({ state }) => state?.home);
  const shown = useComputerTime();
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  const moment = fullMoment(shown, home?.zone ?? 'UTC');
  const spoken = `${moment.day}, ${moment.time} ${home?.airport ?? 'Z'}`;
  // Said once, with the time that stood there when the question came up.
  const first = useRef(spoken);
  useEffect(() => announce(`Is it ${first.current}? Enter: yes. Escape: no. ${WAITS}`), []);
  const confirm = async () => {
    setAsking(true);
    const reply = await confirmClock(shown);
    setAsking(false);
    setRefusal(reply.ok ? undefined : reply.refusal);
    if (reply.ok) announce('Date and time are confirmed. Selling goes on.');
  };
  return (
    <Dialog
      isOpen
      onClose={onPutOff}
      role="alertdialog"
      title="Is this the right date and time?"
      foot={
        <>
          <Button variant="quiet" kbd="Esc" onPress={onPutOff}>
            No, or not sure
          </Button>
          <Button variant="go" kbd="Enter" ref={yes} isPending={asking} onPress={() => void confirm()}>
            Yes, it is right
          </Button>
        </>
      }
    >
      <div className="clock-question prop">
        <div className="clock-shown">
          <b>{moment.day}</b>
          <b>
            {moment.time} {home?.airport ?? 'Z'} <span className="t3">{moment.zulu} Z</span>
          </b>
        </div>
        <p>
          This is days later than the last time that the hub knew. Either the hub was off, or somebody set the clock of its computer.
          Compare the date and time with a clock that you trust.
        </p>
        <p className="t2">{WAITS}</p>
        {refusal ? <RefusalLine refusal={refusal} /> : null}
      </div>
    </Dialog>
  );
}
