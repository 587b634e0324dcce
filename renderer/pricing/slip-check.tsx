import { type FormEvent, useState } from 'react';
import { minor, moneyText, readMoney } from '../../shared/money.ts';
import type { PriceQuestion } from '../../shared/pricing/rules/price-rule.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';
import { TextField } from '../parts/text-field.tsx';
import { caseWords } from './case-words.ts';
import './slip-check.css';

/** What POLICY_SLIP tells: amounts in minor units of the question's currency, the rail in percent of the price before. */
export interface SlipDetails {
  readonly fare: number;
  readonly before: number;
  readonly percent: number;
  readonly question: PriceQuestion;
}

/** The slip in a refusal; undefined for any other refusal. */
export const slipOf = ({ code, details }: Refusal): SlipDetails | undefined =>
  code === 'POLICY_SLIP' ? (details as unknown as SlipDetails) : undefined;

const WIDTH = 400;

/** The price on its rail: what may change at once is the bar, and the new price stands outside it. */
function Rail({ fare, before, percent, question }: SlipDetails) {
  const { currency } = question;
  const [low, high] = [Math.max(0, before - (before * percent) / 100), before + (before * percent) / 100];
  const end = Math.max(fare, high) * 1.08;
  const x = (amount: number): number => (amount / end) * WIDTH;
  const text = (amount: number): string => moneyText(minor(Math.round(amount)), currency);
  return (
    <svg
      className="pr-slip-rail"
      viewBox={`-20 0 ${WIDTH + 40} 44`}
      role="img"
      aria-label={`The rail goes from ${text(low)} to ${text(high)}`}
    >
      <line className="line" x1="0" x2={WIDTH} y1="14" y2="14" />
      <rect className="rail" x={x(low)} y="10" width={x(high) - x(low)} height="8" rx="2" />
      <line className="was" x1={x(before)} x2={x(before)} y1="5" y2="23" />
      <path className="new" d={`M${x(fare)} 14m-6 -6l12 12m0 -12l-12 12`} />
      <text x={x(before)} y="38">
        {percent} % at once
      </text>
    </svg>
  );
}

interface SlipCheckProps {
  slip: SlipDetails;
  busy: boolean;
  onConfirm: (typed: number) => void;
  onBack: () => void;
}

/** A change larger than the rail: the new price is typed, so that 15 for 150 is seen. */
export function SlipCheck({ slip, busy, onConfirm, onBack }: SlipCheckProps) {
  const { fare, before, question } = slip;
  const { currency } = question;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const text = (amount: number): string => moneyText(minor(amount), currency);
  const change = before === 0 ? 0 : Math.round((Math.abs(fare - before) * 100) / before);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const amount = readMoney(typed, currency);
    if (amount === fare) onConfirm(amount);
    else setWrong(`${text(fare)} confirms it.`);
  };
  return (
    <section className="pr-slip" aria-label="Is this a slip?">
      <div className="panel-h">
        <span className="bad">
          <Icon name="alert" size={15} />
        </span>
        <h2>Is this a slip?</h2>
        <span className="s12 t3">{caseWords(question)}</span>
      </div>
      <p className="pr-slip-line">
        <span className="t2">{text(before)}</span>
        <Icon name="arrow" size={18} />
        <span>{text(fare)}</span>
        <span className="s12 t3">{currency}</span>
        <Tag kind="bad">
          {change} % {fare < before ? 'down' : 'up'}
        </Tag>
      </p>
      <Rail {...slip} />
      <form className="pr-slip-form" onSubmit={submit}>
        <TextField
          label="Type the price"
          autoFocus
          value={typed}
          wrong={wrong || undefined}
          hint={`${text(fare)} confirms it`}
          onChange={(value) => {
            setTyped(value);
            setWrong('');
          }}
        />
        <Button type="submit" isPending={busy} kbd="Enter">
          Confirm and publish
        </Button>
        <Button variant="quiet" onPress={onBack}>
          Back to the rules
        </Button>
      </form>
    </section>
  );
}
