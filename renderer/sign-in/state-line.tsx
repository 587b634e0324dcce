import type { Output } from '../../shared/contract.ts';
import { dateLabel, localDay } from '../format/times.ts';
import { Clocks } from '../frame/clocks.tsx';
import { ConnectionMark } from '../frame/connection-mark.tsx';
import { useNow } from '../stores/clock-store.ts';
import './state-line.css';

/** Facts about this desk, shown while nobody is signed in. */
export function StateLine({ state, desk }: { state: Output<'session.state'>; desk: string | null }) {
  const now = useNow(1000);
  return (
    <footer className="state-line">
      <ConnectionMark zone={state.home.zone} />
      {desk === null ? (
        <span>Not paired</span>
      ) : (
        <span>
          Desk <b className="prop">{desk}</b>
        </span>
      )}
      <span>{state.mode === 'training' ? 'Training store' : 'Live store'}</span>
      <span>
        Aisle <span className="prop">{state.version}</span>
      </span>
      <span className="push">{dateLabel(localDay(now, state.home.zone))}</span>
      <Clocks home={state.home} />
    </footer>
  );
}
