import { useEffect, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { figureRule } from '../../shared/health/figures.ts';
import { DAY_MS } from '../../shared/instants.ts';
import type { FigureView } from '../../shared/methods/health.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call } from '../client/client.ts';
import { dayAndTime } from '../format/day-and-time.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { ignoreSecondEnter } from '../parts/ignore-second-enter.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { daySummary, quarters } from './day-summary.ts';
import { limitOf, nowText } from './figure-words.ts';
import { MinuteBars } from './minute-bars.tsx';

interface DayDialogProps {
  view: FigureView;
  zone: string;
  onClose: () => void;
  /** Left out for who may not. */
  onLimit: (() => void) | undefined;
}

/** A figure over the last 24 hours. */
export function DayDialog({ view, zone, onClose, onLimit }: DayDialogProps) {
  const { figure } = view;
  const [day, setDay] = useState<Output<'health.day'> | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    let shown = true;
    void call('health.day', { figure }, 'person').then((reply) => {
      if (!shown) return;
      if (reply.ok) setDay(reply.value);
      else setRefusal(reply.refusal);
    });
    return () => {
      shown = false;
    };
  }, [figure]);
  // Enter has opened it, and a second one would close it before anybody has read it.
  useEffect(ignoreSecondEnter, []);
  const { name, words } = figureRule(figure);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={name}
      width={640}
      foot={
        <>
          {onLimit ? <Button onPress={onLimit}>Set limit</Button> : null}
          <Button variant="go" kbd="Esc" autoFocus onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <p className="t2">
        It tells {words}. Now <b className="str">{nowText(view)}</b>, limit {limitOf(view)}.
      </p>
      <RefusalLine refusal={refusal} />
      <div className="hl-day">
        {day ? <MinuteBars className="hl-hour" figure={figure} limit={day.limit} values={quarters(figure, day.minutes)} /> : null}
      </div>
      <p className="hl-ends s12 t3">
        <span>{day ? dayAndTime(day.checkedAt - DAY_MS, zone) : ''}</span>
        <span>last 24 hours, the worst minute of each quarter, limit dashed</span>
        <span>{day ? dayAndTime(day.checkedAt, zone) : ''}</span>
      </p>
      <p>{day ? daySummary(figure, day.minutes, day.limit) : refusal ? '' : 'It is being asked for.'}</p>
    </Dialog>
  );
}
