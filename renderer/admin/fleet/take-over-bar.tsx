import { useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { saysWhy } from '../../../shared/reason.ts';
import { agentDate } from '../../format/times.ts';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { useDeeds } from '../../keys/use-keys.ts';
import { Button } from '../../parts/button.tsx';
import { CheckBox } from '../../parts/check-box.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { toast } from '../../parts/toast.tsx';
import { takeOverDays } from './take-over-days.ts';
import { useTakeOver } from './take-over-store.ts';
import './take-over.css';
import { countText } from '../../format/count-text.ts';

interface TakeOverBarProps {
  /** `v3`. */
  version: string;
  /** The id of the map that is to fly, kept first where it is still a draft; undefined when it was refused. */
  keep: (reason: string) => Promise<string | undefined>;
  /** The map is kept, whether it flies or not. */
  onKept: (id: string) => void;
  /** Of a draft. */
  draft?: { readonly discard: () => void; readonly save: (reason: string) => Promise<void> };
}

/** `v3 flies from 12JAN on 31 flights. Of those who lose a seat 8 have another seat, 1 has none.` */
function flownSaid(version: string, from: string, { flights, seated, unseated }: Output<'fleet.takeOver'>): string {
  const has = (count: number) => `${countText(count)} ${count === 1 ? 'has' : 'have'}`;
  const seats = [seated > 0 ? `${has(seated)} another seat` : '', unseated > 0 ? `${has(unseated)} none` : ''].filter(Boolean).join(', ');
  const told = `${version} flies from ${agentDate(from)} on ${countText(flights)} ${flights === 1 ? 'flight' : 'flights'}.`;
  return seats ? `${told} Of those who lose a seat ${seats}.` : told;
}

/** Why, and the take-over itself: what it does cannot be undone, so it takes Ctrl Enter. */
export function TakeOverBar({ version, keep, onKept, draft }: TakeOverBarProps) {
  const { typed, preview, refusal, refused, busy, isOld } = useTakeOver();
  const { type, takeOver } = useTakeOver.getState();
  const [tried, setTried] = useState(false);
  const bar = useRef<HTMLElement>(null);
  const days = takeOverDays(typed);
  /** Whether it is said why. Who has not is led to the field, because it may be out of sight. */
  const isSaid = (): boolean => {
    setTried(true);
    if (saysWhy(typed.reason)) return true;
    bar.current?.querySelector('input')?.focus();
    return false;
  };
  const fly = async () => {
    if (!isSaid() || !('from' in days) || !preview || isOld || busy) return;
    const id = await keep(typed.reason);
    if (id === undefined) return;
    const done = await takeOver(id, days, typed.reason);
    onKept(id);
    if (!done) return;
    setTried(false);
    toast(flownSaid(version, days.from, done), done.unseated > 0 ? 'warn' : 'ok');
  };
  const save = async () => {
    if (isSaid()) await draft?.save(typed.reason);
  };
  useDeeds('mapEditor', { 'Ctrl Enter': () => void fly() });
  const seated = preview?.passengers.seated ?? 0;
  return (
    <section ref={bar} className="mp-bar" aria-label="Take over">
      <RefusalLine refusal={refused ?? refusal} />
      <div className="mp-bar-line">
        <ReasonField value={typed.reason} tried={tried} onChange={(reason) => type({ reason })} />
        <CheckBox isSelected={typed.onlyUnsold} onChange={(onlyUnsold) => type({ onlyUnsold })}>
          Only flights without sales
        </CheckBox>
        <span className="mp-acts" {...ACTION_ROW}>
          {draft ? (
            <>
              <Button variant="quiet" onPress={draft.discard}>
                Discard
              </Button>
              <Button onPress={() => void save()}>Save as {version}</Button>
            </>
          ) : null}
          <Button variant="go" kbd="Ctrl Enter" isPending={busy} isDisabled={!preview || isOld} onPress={() => void fly()}>
            Take over{seated > 0 ? `, reseat ${countText(seated)}` : ''}
          </Button>
        </span>
      </div>
    </section>
  );
}
