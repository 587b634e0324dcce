import { type ReactNode, useEffect } from 'react';
import type { Output } from '../../shared/contract.ts';
import { VersionBar } from '../frame/version-bar.tsx';
import { AisleMark } from '../parts/own-icons.tsx';
import { Watermark } from '../parts/training-mark.tsx';
import { StateLine } from './state-line.tsx';
import './door.css';

interface DoorProps {
  state: Output<'session.state'>;
  /** The page's heading and title. */
  title: string;
  /** Null: this console is no desk. */
  desk: string | null;
  children: ReactNode;
  /** A long form begins higher up. */
  tall?: boolean;
  /** Stands beside the form. */
  beside?: ReactNode;
}

/** The page before the console: sign-in, first supervisor, lock. */
export function Door({ state, title, desk, children, tall, beside }: DoorProps) {
  useEffect(() => {
    document.title = `${title} · Aisle`;
  }, [title]);
  return (
    <div className="door">
      {state.mode === 'training' ? <Watermark /> : null}
      <VersionBar />
      <main className={`middle${beside ? ' two' : ''}${tall ? ' tall' : ''}`}>
        <section>
          <div className="brand">
            <AisleMark size={26} />
            Aisle
          </div>
          <h1 className="aside">{title}</h1>
          {children}
        </section>
        {beside}
      </main>
      <StateLine state={state} desk={desk} />
    </div>
  );
}
