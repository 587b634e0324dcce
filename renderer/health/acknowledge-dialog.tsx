import { type FormEvent, useState } from 'react';
import { HEALTH_NOTE_LENGTH_MAX } from '../../shared/bounds.ts';
import { figureRule } from '../../shared/health/figures.ts';
import { MINUTE_MS } from '../../shared/instants.ts';
import type { FigureView } from '../../shared/methods/health.ts';
import { call, newRequestId } from '../client/client.ts';
import { dayAndTime } from '../format/day-and-time.ts';
import { announce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { DialogFoot } from '../parts/dialog-foot.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Segments } from '../parts/segments.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { serverNow } from '../stores/clock-store.ts';
import { useHealth } from '../stores/health-store.ts';
import { nowText } from './figure-words.ts';

const SILENCES = [
  { value: '15', text: '15 min' },
  { value: '60', text: '1 h' },
  { value: '240', text: '4 h' },
  { value: '1440', text: '24 h' },
] as const;
type Silence = (typeof SILENCES)[number]['value'];

/** A supervisor sees to an alarm: what is done about it, and when it rings again. */
export function AcknowledgeDialog({ view, zone, onClose }: { view: FigureView; zone: string; onClose: () => void }) {
  const [note, setNote] = useState('');
  const [silence, setSilence] = useState<Silence>('60');
  const [tried, setTried] = useState(false);
  const { sending, refusal, send } = useSending();
  const { name } = figureRule(view.figure);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (note.trim() === '') return;
    const until = serverNow() + Number(silence) * MINUTE_MS;
    const asked = { requestId: newRequestId(), figure: view.figure, until, note: note.trim() };
    if (!(await send(() => call('health.acknowledge', asked, 'person')))) return;
    announce(`${name}: acknowledged. It rings again at ${dayAndTime(until, zone)}.`);
    await useHealth.getState().recheck();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={`Acknowledge: ${name}`}>
      <form className="hl-form" aria-label="Acknowledge" onSubmit={(event) => void submit(event)}>
        <p className="t2">
          Now <b className="bad">{nowText(view)}</b>. The alarm is silent at all consoles until it rings again.
        </p>
        <TextField
          label="What is done about it"
          autoFocus
          maxLength={HEALTH_NOTE_LENGTH_MAX}
          value={note}
          wrong={tried && note.trim() === '' ? 'Say it for who comes after you.' : undefined}
          onChange={setNote}
        />
        <Segments label="Rings again in" value={silence} choices={SILENCES} onChange={setSilence} />
        <RefusalLine refusal={refusal} />
        <DialogFoot isPending={sending} onClose={onClose}>
          Acknowledge
        </DialogFoot>
      </form>
    </Dialog>
  );
}
