import './reservation-tabs.css';
import type { ReactNode } from 'react';
import { KeyHint } from '../parts/key-hint.tsx';
import { go } from '../stores/navigation-store.ts';
import { useQueues } from '../stores/queues-store.ts';

/** The head of Reservations: finding bookings, what waits for somebody, and what the carrier changed. */
export function ReservationTabs({ on, children }: { on: 'find' | 'queues' | 'changes'; children?: ReactNode }) {
  const count = useQueues((state) => state.count);
  return (
    <header className="title">
      <h1>Reservations</h1>
      <nav className="rv-tabs" aria-label="Reservations">
        <button type="button" aria-current={on === 'find' ? 'page' : undefined} onClick={() => go({ name: 'reservations' })}>
          Find
        </button>
        <button
          type="button"
          aria-current={on === 'queues' ? 'page' : undefined}
          onClick={() => go({ name: 'reservations', queues: true })}
        >
          Queues {count > 0 ? <span className="rv-n">{count}</span> : null}
        </button>
        <button
          type="button"
          aria-current={on === 'changes' ? 'page' : undefined}
          onClick={() => go({ name: 'reservations', changes: true })}
        >
          Schedule change
        </button>
      </nav>
      <KeyHint keys={['F3']}>the next tab</KeyHint>
      {children ? <span className="push rv-tab-facts">{children}</span> : null}
    </header>
  );
}
