import type { Output } from '../../shared/contract.ts';
import { REFUSALS } from '../../shared/refusals.ts';
import { Door } from './door.tsx';

/** Shown at a console that is no desk of this hub. */
export function NotPairedScreen({ state }: { state: Output<'session.state'> }) {
  const { message, next } = REFUSALS.DESK_NOT_PAIRED;
  return (
    <Door state={state} title="Not paired" desk={null}>
      <p className="lead" role="status">
        <b>{message}</b> {next}
      </p>
    </Door>
  );
}
