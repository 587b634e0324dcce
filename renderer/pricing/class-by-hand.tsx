import { type FormEvent, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import type { ClassDecision, ClassOverride, OverrideScope } from '../../shared/methods/class-overrides.ts';
import type { ClassTold } from '../../shared/methods/pricing-list.ts';
import { saysWhy } from '../../shared/reason.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { useSession } from '../client/session-store.ts';
import { readDate } from '../format/read-date.ts';
import { dateLabel } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Segments } from '../parts/segments.tsx';
import { TextField } from '../parts/text-field.tsx';
import { today } from '../stores/today.ts';
import { DECISION_WORDS, newestAbout, routeDaysText } from './class-words.ts';
import type { Decided } from './use-class-decisions.ts';
import { momentText } from './version-words.ts';

interface ClassByHandProps {
  flight: Output<'pricing.flight'>['flight'];
  /** From dear to cheap. */
  classes: readonly ClassTold[];
  /** Newest first. */
  decisions: readonly ClassOverride[];
  refusal: Refusal | null;
  saving: boolean;
  onDecide: (decided: Decided, before: ClassOverride | undefined) => void;
  onBack: () => void;
}

const SUBMIT_WORDS: Readonly<Record<ClassDecision, string>> = { open: 'Open', closed: 'Close', policy: 'Give back' };
/** The reason of a decision that needs none of its own: it only takes another one back. */
const GIVEN_BACK = 'Given back to the policy';

/** What is most likely wanted: a class that sells is closed, one that sells nothing is opened, and one that is by hand is given back. */
const likely = (one: ClassTold | undefined): ClassDecision => (one?.byHand ? 'policy' : one && one.left > 0 ? 'closed' : 'open');

/** Opens or closes a booking class of one flight, or of its route on some days, with a reason. All of it is typed. */
export function ClassByHand({ flight, classes, decisions, refusal, saving, onDecide, onBack }: ClassByHandProps) {
  const home = useSession(({ state }) => state?.home) ?? { airport: '', zone: 'UTC' };
  const codes = classes.map(({ code }) => code);
  const [code, setCode] = useState(() => classes.findLast(({ left }) => left > 0)?.code ?? codes.at(-1) ?? '');
  const [chosen, setDecision] = useState<ClassDecision | null>(null);
  const [kind, setKind] = useState<OverrideScope['kind']>('flight');
  const [from, setFrom] = useState(flight.date);
  const [to, setTo] = useState(flight.date);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { origin, destination, originZone } = flight;
  const decision = chosen ?? likely(classes.find((one) => one.code === code));
  const [first, last] = [from, to].map((text) => readDate(text, today(originZone), 'ahead') ?? undefined);
  const scope: OverrideScope | undefined =
    kind === 'flight'
      ? { kind, flightId: flight.flightId }
      : first && last
        ? { kind, origin, destination, from: first, to: last }
        : undefined;
  const said = decision === 'policy' && reason.trim() === '' ? GIVEN_BACK : reason.trim();
  const before = scope && newestAbout(decisions, { scope, cabin: flight.cabin, code });
  const wrongCode = codes.includes(code) ? undefined : `Type one of ${codes.join(' ')}.`;
  const wrongReason = saysWhy(said) ? undefined : 'Say why, in three letters or more.';
  const wrongDay = (day: string | undefined) => (tried && day === undefined ? 'Type a day, as 24NOV.' : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!wrongCode && !wrongReason && scope) onDecide({ scope, cabin: flight.cabin, code, decision, reason: said }, before);
  };
  return (
    <form
      className="fl-edit fl-hand"
      aria-label="A class by hand"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onBack();
      }}
    >
      <TextField
        label="Class"
        value={code}
        onChange={(text) => {
          setCode(text.trim().toUpperCase());
          setDecision(null);
        }}
        maxLength={1}
        autoFocus
        onFocus={(event) => (event.target as HTMLInputElement).select()}
        wrong={tried ? wrongCode : undefined}
        hint={codes.join(' ')}
      />
      <Segments
        label="Decision"
        value={decision}
        choices={[
          { value: 'closed', text: 'Close' },
          { value: 'open', text: 'Open' },
          { value: 'policy', text: 'Give back' },
        ]}
        onChange={setDecision}
      />
      <div className="fl-hand-for">
        <Segments
          label="For"
          value={kind}
          choices={[
            { value: 'flight', text: `${flight.flight}, ${dateLabel(flight.date)}` },
            { value: 'route', text: `${origin}\u2013${destination}, days` },
          ]}
          onChange={setKind}
        />
      </div>
      {kind === 'route' ? (
        <div className="fl-hand-days">
          <TextField label="First day" value={from} onChange={setFrom} wrong={wrongDay(first)} />
          <TextField label="Last day" value={to} onChange={setTo} wrong={wrongDay(last)} />
        </div>
      ) : null}
      <TextField
        label="Reason"
        className="fl-hand-why"
        value={reason}
        onChange={setReason}
        maxLength={200}
        wrong={tried ? wrongReason : undefined}
        {...(decision === 'policy' ? { placeholder: GIVEN_BACK } : {})}
      />
      <RefusalLine refusal={refusal} className="fl-hand-why" />
      {before ? (
        <p className="s12 t2 fl-hand-why">
          Decided before: {before.code} {DECISION_WORDS[before.decision]}
          {before.scope.kind === 'route' ? `, ${routeDaysText(before.scope)}` : ''}, {before.author}, {momentText(before.at, home)}:{' '}
          {before.reason}
        </p>
      ) : null}
      <div className="fl-row">
        <Button type="submit" variant="go" isPending={saving} kbd="Enter">
          {SUBMIT_WORDS[decision]} {code}
        </Button>
        <Button variant="quiet" onPress={onBack} kbd="Esc">
          Back
        </Button>
      </div>
    </form>
  );
}
