import { useEffect, useId, useRef, useState } from 'react';
import type { PolicyRule } from '../../shared/pricing/policy.ts';
import type { Figure } from './rules/rule-form.ts';

interface FigureFieldProps {
  figure: Figure<PolicyRule>;
  onWrite: (rule: PolicyRule) => void;
}

/** One figure of a rule. What is typed counts at once; what cannot be read stays with the reason, and the rule keeps what it had. */
export function FigureField({ figure, onWrite }: FigureFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(figure.text);
  const [wrong, setWrong] = useState('');
  // The figure was changed elsewhere: a template, an undo. While somebody types here, what they type stays.
  useEffect(() => {
    if (document.activeElement === input.current) return;
    setText(figure.text);
    setWrong('');
  }, [figure.text]);
  const write = (typed: string): void => {
    setText(typed);
    const rule = figure.write(typed);
    setWrong(typeof rule === 'string' ? rule : '');
    if (typeof rule !== 'string') onWrite(rule);
  };
  return (
    <span className={figure.wide || figure.choices ? 'pr-figure wide' : 'pr-figure'}>
      <label htmlFor={id}>{figure.label}</label>
      {figure.choices ? (
        <select id={id} className="input" value={figure.text} onChange={(event) => write(event.target.value)}>
          {figure.choices.map(({ value, text: shown }) => (
            <option key={value} value={value}>
              {shown}
            </option>
          ))}
        </select>
      ) : (
        <div className="input" data-invalid={wrong ? '' : undefined}>
          <input
            ref={input}
            id={id}
            value={text}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            onChange={(event) => write(event.target.value)}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={() => (wrong ? undefined : setText(figure.text))}
          />
          {figure.unit ? <span className="t3 s12">{figure.unit}</span> : null}
        </div>
      )}
      {wrong ? (
        <span id={`${id}-wrong`} className="wrong" role="alert">
          {wrong}
        </span>
      ) : null}
    </span>
  );
}
