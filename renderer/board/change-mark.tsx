import type { LiveLoad } from '../stores/loads-store.ts';
import { useSecondsSince } from './use-seconds-since.ts';

/** What happened to a row just now, for ten seconds: a striped edge and the words. The row stays where it is. */
export function ChangeMark({ change }: { change: LiveLoad }) {
  const seconds = useSecondsSince(change.changedAt);
  if (seconds === undefined) return null;
  return (
    <>
      <span className="moved-edge" aria-hidden="true" />
      <span className="livemark">
        {change.change}, {seconds} s
      </span>
    </>
  );
}
