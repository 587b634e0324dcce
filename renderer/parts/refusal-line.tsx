import type { Refusal } from '../../shared/refusals.ts';
import { Icon } from './icon.tsx';
import './refusal-line.css';

/** Why not, and what would work. Told at once by a screen reader. An empty line keeps no room. */
export function RefusalLine({ refusal, className }: { refusal: Refusal | null | undefined; className?: string }) {
  return (
    <div role="alert" className={className}>
      {refusal ? (
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
