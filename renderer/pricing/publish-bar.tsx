import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { Draft } from './draft-store.ts';
import type { PublishPlan } from './publish-plan.ts';

interface PublishBarProps {
  draft: Draft;
  plan: PublishPlan;
  /** `JFK`: whose clocks the times are of. */
  airport: string;
  busy: boolean;
  change: (draft: Draft) => void;
  discard: () => void;
  /** Absent while something keeps the draft from being published. */
  send: (() => void) | undefined;
}

/** Ends the work on a draft: why, from when, and what keeps it from being published. */
export function PublishBar({ draft, plan, airport, busy, change, discard, send }: PublishBarProps) {
  const why = 'why' in plan ? plan.why : '';
  return (
    <section className="pr-publish" aria-label="Publish">
      <TextField
        label="Reason"
        className="pr-reason"
        value={draft.reason}
        maxLength={200}
        onChange={(reason) => change({ ...draft, reason })}
      />
      <TextField
        label={`New quotes from, ${airport}`}
        className="pr-from"
        value={draft.from}
        placeholder="now"
        onChange={(from) => change({ ...draft, from })}
      />
      <TextField
        label={`until, ${airport}`}
        className="pr-from"
        value={draft.until}
        placeholder="further notice"
        onChange={(until) => change({ ...draft, until })}
      />
      <span className="pr-publish-acts">
        <span className={why ? 'warn s12 cut' : 't3 s12'} role="status" title={why || undefined}>
          {why || 'holds keep their price'}
        </span>
        <Button variant="quiet" onPress={discard}>
          Discard
        </Button>
        <Button variant="go" isPending={busy} kbd="Ctrl Enter" {...(send ? { onPress: send } : { isDisabled: true })}>
          Publish
        </Button>
      </span>
    </section>
  );
}
