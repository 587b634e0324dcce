import { type FormEvent, useState } from 'react';
import { FLASH_SECONDS_MAX, FLASH_SECONDS_MIN } from '../../../shared/bounds.ts';
import type { FlashMode } from '../../../shared/methods/flash-sales.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { call, newRequestId } from '../../client/client.ts';
import { announce } from '../../parts/announcer.tsx';
import { DialogFoot } from '../../parts/dialog-foot.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { Segments } from '../../parts/segments.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { modeWords } from './flash-words.ts';
import { closeFlashDialog } from './open-flash-dialog.ts';

const MODES = [
  { value: 'order', text: 'In order' },
  { value: 'lot', text: 'By lot' },
] as const satisfies readonly { value: FlashMode; text: string }[];

const DOES: Readonly<Record<FlashMode, string>> = {
  order: 'Who asks first is served first, whichever counter or program asks.',
  lot: 'Nobody is served before the seconds are over. Then all who asked are drawn, each with the same chance; who comes later stands behind them.',
};

/** Whole seconds that a lot may take; undefined: it may not. */
function readSeconds(typed: string): number | undefined {
  const seconds = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return seconds >= FLASH_SECONDS_MIN && seconds <= FLASH_SECONDS_MAX ? seconds : undefined;
}

/** Has the holds of a flight wait in line from now on. */
export function OpenFlashForm({ flightId, flight }: { flightId: number; flight: string }) {
  const [mode, setMode] = useState<FlashMode>('order');
  const [typed, setTyped] = useState('30');
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const seconds = readSeconds(typed);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (sending || (mode === 'lot' && seconds === undefined)) return;
    setSending(true);
    setRefusal(null);
    const lot = mode === 'lot' && seconds !== undefined ? { seconds } : {};
    const reply = await call('flashSale.open', { requestId: newRequestId(), flightId, mode, ...lot }, 'person');
    setSending(false);
    if (!reply.ok) return setRefusal(reply.refusal);
    announce(`Flash sale of ${flight} opened, ${modeWords({ mode })}`);
    closeFlashDialog();
  };
  return (
    <form className="flash-form" aria-label="How holds wait" onSubmit={(event) => void submit(event)}>
      <p>From now on every hold of this flight waits in line. What is held or sold stays, and changes of sold bookings do not wait.</p>
      <Segments label="Served" value={mode} choices={MODES} onChange={setMode} autoFocus />
      <p className="t2">{DOES[mode]}</p>
      {mode === 'lot' ? (
        <TextField
          label={`Seconds, ${FLASH_SECONDS_MIN} to ${FLASH_SECONDS_MAX}`}
          value={typed}
          maxLength={4}
          inputMode="numeric"
          wrong={seconds === undefined ? `Type ${FLASH_SECONDS_MIN} to ${FLASH_SECONDS_MAX} seconds.` : undefined}
          onChange={setTyped}
        />
      ) : null}
      <RefusalLine refusal={refusal} />
      <DialogFoot isPending={sending} onClose={closeFlashDialog}>
        Open the flash sale
      </DialogFoot>
    </form>
  );
}
