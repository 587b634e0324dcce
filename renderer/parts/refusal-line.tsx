import { useEffect, useRef } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import { useSession } from '../client/session-store.ts';
import { Icon } from './icon.tsx';
import './refusal-line.css';

/**
 * Why not, and what would work. Told at once by a screen reader, and scrolled to where a short window does not show it. An empty line keeps no room. That the console is locked is no reason any more
 * once somebody has unlocked it.
 */
export function RefusalLine({ refusal, className }: { refusal: Refusal | null | undefined; className?: string }) {
  const locked = useSession((now) => now.locked);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [refusal]);
  return (
    <div ref={line} role="alert" className={className}>
      {refusal && (locked || refusal.code !== 'SESSION_LOCKED') ? (
        <p className="refusal">
          <Icon name="alert" size={15} />
          <span>
            <b>{refusal.message}</b> {refusal.next}
          </span>
        </p>
      ) : null}
    </div>
  );
}
