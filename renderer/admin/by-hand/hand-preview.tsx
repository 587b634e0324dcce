import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { SchedulePreview } from '../../../shared/methods/schedule.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { toast } from '../../parts/toast.tsx';
import { Attention } from '../attention.tsx';
import { ImportContents } from '../import-contents.tsx';
import { ImportCounts } from '../import-counts.tsx';
import { useHand } from './hand-store.ts';
import '../import.css';
import { countText } from '../../format/count-text.ts';

/** After these the same change must be looked at again. */
const OLD: ReadonlySet<string> = new Set(['IMPORT_STALE', 'IMPORT_UNKNOWN']);

const touchedSaid = ({ counts: { bookingsTouched } }: SchedulePreview): string =>
  bookingsTouched === 0
    ? 'No booking is touched.'
    : `${countText(bookingsTouched)} ${bookingsTouched === 1 ? 'booking is touched, and its passengers are' : 'bookings are touched, and their passengers are'} told.`;

/** What was done, in the words of the preview. */
function doneSaid({ name, counts }: SchedulePreview): string {
  const touched = counts.bookingsTouched;
  return `${name}.${touched > 0 ? ` ${countText(touched)} ${touched === 1 ? 'booking is' : 'bookings are'} told.` : ''}`;
}

/** What a change would do, as of a file, and the deed: it cannot be taken back, so it takes Ctrl Enter. */
export function HandPreview({ preview }: { preview: SchedulePreview }) {
  const { refusal, busy } = useHand();
  const { apply, again, back } = useHand.getState();
  const whole = useRef<HTMLElement>(null);
  // A second Enter of a hurried hand finds no button here. The field that has the focus goes in this frame. The title stays in sight.
  useEffect(() => {
    announce('The preview is ready');
    const frame = requestAnimationFrame(() => {
      whole.current?.focus({ preventScroll: true });
      whole.current?.closest('.modal')?.scrollTo?.({ top: 0 });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const old = refusal !== null && OLD.has(refusal.code);
  const take = async () => {
    const done = old ? undefined : await apply();
    if (done) toast(doneSaid(done), done.counts.bookingsTouched > 0 ? 'warn' : 'ok');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    void take();
  };
  return (
    <section className="hand-preview" aria-label="Preview" tabIndex={-1} ref={whole} onKeyDownCapture={press}>
      <p className="str">{preview.name}</p>
      <p className="t2">{touchedSaid(preview)}</p>
      <RefusalLine refusal={refusal} />
      <Attention sentences={preview.attention} />
      <ImportCounts counts={preview.counts} byHand />
      <ImportContents preview={preview} />
      <div className="hand-foot">
        <p className="t2 s12">It is in force on every desk at once. A schedule file that says otherwise counts again once it is applied.</p>
        <Button variant="quiet" onPress={back}>
          Back to the form
        </Button>
        {old ? (
          <Button variant="go" isPending={busy} onPress={() => void again()}>
            Make a new preview
          </Button>
        ) : (
          <Button
            variant="go"
            kbd="Ctrl Enter"
            isPending={busy}
            onPress={({ pointerType }) => (pointerType === 'keyboard' ? announce('Ctrl Enter applies the change.') : void take())}
          >
            Apply
          </Button>
        )}
      </div>
    </section>
  );
}
