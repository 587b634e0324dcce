import './shift.css';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../client/session-store.ts';
import { elapsed, localTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Sheet } from '../print/print-sheet.tsx';
import { useNow } from '../stores/clock-store.ts';
import { loadShift, useShiftNow } from '../stores/shift-now-store.ts';
import { CashPanel } from './cash-panel.tsx';
import { CountPanel } from './count-panel.tsx';
import { sumText, useCount } from './count-store.ts';
import { JustOpened } from './just-opened.tsx';
import { MoveCashDialog } from './move-cash-dialog.tsx';
import { OpenShift } from './open-shift.tsx';
import { personName } from './people.ts';
import { Reports } from './reports.tsx';
import { useSales } from './sales-store.ts';
import { printX } from './shift-actions.tsx';
import { ShiftBar } from './shift-bar.tsx';
import { TendersPanel } from './tenders-panel.tsx';

const MINUTE = 60_000;

/** The drawer of this desk: opened with a float, counted, closed with a Z; and what was sold. */
export function ShiftScreen() {
  const { now, refusal } = useShiftNow();
  const home = useSession(({ state }) => state?.home);
  const counting = useCount(({ open }) => open);
  const [moving, setMoving] = useState(false);
  const people = useSales((state) => state.people);
  const at = useNow(MINUTE);
  useEffect(() => void loadShift(), []);
  // The first piece takes the focus when the count begins.
  useEffect(() => {
    if (counting) document.querySelector<HTMLInputElement>('.sh-count input')?.focus();
  }, [counting]);
  const zone = home?.zone ?? 'UTC';
  const airport = home?.airport ?? 'Z';
  const shift = now?.shift ?? null;
  const wasClosed = useRef(false);
  if (now && !shift) wasClosed.current = true;
  const nextZ = (now?.lastZ ?? 0) + 1;
  return (
    <section className="sh-screen" aria-label="Shift">
      <div className="title">
        <h1>Shift</h1>
        {shift ? (
          <>
            <span className="med">
              open since {localTime(shift.openedAt, zone)}{' '}
              <span className="t3">{elapsed(Math.max(0, Math.floor((at - shift.openedAt) / MINUTE)))}</span>
            </span>
            <span className="t2 prop">
              {personName(people, shift.user)}, desk {shift.desk}
            </span>
          </>
        ) : null}
        {now ? <span className="t2">{now.lastZ === null ? 'No close yet' : `Last close Z ${now.lastZ}`}</span> : null}
        <span className="push t2 s12 cut">
          {(now?.running.length ?? 0) > 0
            ? `Holds with cards taken, not in these figures: ${now?.running.map((one) => `${one.locator} ${sumText([one])}`).join(', ')}`
            : ''}
        </span>
        {shift ? (
          <Button kbd="X" onPress={() => void printX(shift.shiftId, zone, airport, 'paper')}>
            X report
          </Button>
        ) : null}
        {shift ? (
          <Button kbd="Shift X" onPress={() => void printX(shift.shiftId, zone, airport, 'pdf')}>
            PDF
          </Button>
        ) : null}
      </div>
      <RefusalLine refusal={refusal} className="sh-refusal" />
      {now && shift ? (
        <div className="sh-top">
          <CashPanel report={shift} zone={zone} />
          <TendersPanel report={shift} zone={zone} />
          <CountPanel report={shift} nextZ={nextZ} />
        </div>
      ) : now ? (
        <div className="sh-top closed">
          <OpenShift key={now.lastZ} now={now} />
        </div>
      ) : null}
      <Reports zone={zone} airport={airport} />
      {shift ? <ShiftBar report={shift} {...{ nextZ, zone, airport }} onMove={() => setMoving(true)} /> : null}
      {shift && wasClosed.current ? <JustOpened key={shift.shiftId} /> : null}
      {shift && moving ? <MoveCashDialog report={shift} onClose={() => setMoving(false)} /> : null}
      <Sheet />
    </section>
  );
}
