import { type FormEvent, useState } from 'react';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { QueueItem } from '../../../shared/methods/queues.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { useSession } from '../../client/session-store.ts';
import { agentMoment } from '../../format/agent-moment.ts';
import { readMoment } from '../../format/read-moment.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { serverNow } from '../../stores/clock-store.ts';
import { today } from '../../stores/today.ts';
import { putOff } from './queue-actions.ts';

const HALF_HOUR = 30 * MINUTE_MS;
/** The next half hour from an hour on. */
const usual = (zone: string): string => agentMoment(Math.ceil((serverNow() + HOUR_MS) / HALF_HOUR) * HALF_HOUR, zone, today(zone));

/** Asks until when an item is put off, by the clock of this counter. */
export function PutOffDialog({ item, remark, onClose }: { item: QueueItem; remark: string; onClose: () => void }) {
  const home = useSession(({ state }) => state?.home);
  const zone = home?.zone ?? 'UTC';
  const [typed, setTyped] = useState(() => usual(zone));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [problem, setProblem] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const at = readMoment(typed, zone, today(zone));
    setProblem(typeof at === 'string' ? at : '');
    if (typeof at === 'string') return;
    const end = await putOff(item.subject, at, remark);
    if (end === 'busy') return;
    setRefusal(end === 'done' ? null : end);
    if (end !== 'done') return;
    announce(`${item.locator} comes back at ${typed}`);
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={`${item.locator} later`}>
      <form className="qu-form" onSubmit={(event) => void submit(event)}>
        <TextField
          label={`Back in the queue at, ${home?.airport ?? 'Z'} time`}
          autoFocus
          value={typed}
          wrong={problem || undefined}
          hint="18:30, or 24NOV 06:00"
          onChange={setTyped}
        />
        <RefusalLine refusal={refusal} />
        <Button type="submit" variant="go" kbd="Enter">
          Put off
        </Button>
      </form>
    </Dialog>
  );
}
