import { type FormEvent, useState } from 'react';
import { figureText, limitText } from '../../shared/health/figure-text.ts';
import { figureRule } from '../../shared/health/figures.ts';
import type { FigureView } from '../../shared/methods/health.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { DialogFoot } from '../parts/dialog-foot.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { useHealth } from '../stores/health-store.ts';
import { nowText } from './figure-words.ts';
import { limitUnit, readLimit } from './limit-unit.ts';

/** From what on a figure is an alarm. An empty field: from what Aisle comes with. */
export function LimitDialog({ view, onClose }: { view: FigureView; onClose: () => void }) {
  const rule = figureRule(view.figure);
  const unit = limitUnit(rule);
  const [text, setText] = useState(view.limitSet ? String(view.limit / unit.per) : '');
  const [wrong, setWrong] = useState(false);
  const { sending, refusal, send } = useSending();
  const usual = limitText(rule.unit, rule.limit);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const limit = text.trim() === '' ? null : readLimit(text, unit);
    setWrong(limit === undefined);
    if (limit === undefined) return;
    if (!(await send(() => call('health.setLimit', { requestId: newRequestId(), figure: view.figure, limit }, 'person')))) return;
    announce(`${rule.name}: the limit is ${limit === null ? usual : limitText(rule.unit, limit)}.`);
    await useHealth.getState().recheck();
    onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={`Limit: ${rule.name}`}>
      <form className="hl-form" aria-label="Limit" onSubmit={(event) => void submit(event)}>
        <p className="t2">
          It tells {rule.words}. Now <b className="str">{nowText(view)}</b>.
        </p>
        <TextField
          label={rule.unit === 'share' ? 'An alarm below' : 'An alarm above'}
          autoFocus
          inputMode="decimal"
          maxLength={12}
          value={text}
          trail={unit.name ? <span className="t3">{unit.name}</span> : undefined}
          hint={`Empty: ${usual}, as Aisle comes. From ${figureText(rule.unit, rule.least)} to ${figureText(rule.unit, rule.most)}.`}
          wrong={wrong ? `A number${unit.name ? ` in ${unit.name}` : ''}, or nothing.` : undefined}
          onChange={setText}
        />
        <RefusalLine refusal={refusal} />
        <DialogFoot isPending={sending} onClose={onClose}>
          Set
        </DialogFoot>
      </form>
    </Dialog>
  );
}
