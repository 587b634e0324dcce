import './stack.css';
import { type KeyboardEvent, useRef, useState } from 'react';
import { minor, moneyText } from '../../shared/money.ts';
import type { PolicyRule, RuleName } from '../../shared/pricing/policy.ts';
import { pricesSoFar } from '../../shared/pricing/price-by-policy.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { useDeeds } from '../keys/use-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { toast } from '../parts/toast.tsx';
import { offerUndo } from '../parts/undo.tsx';
import { AddRule, BeginFrom } from './add-rule.tsx';
import { addRule, moveRule, switchRule } from './edit-rules.ts';
import { changesBetween, keyed } from './rule-changes.ts';
import { RuleRow } from './rule-row.tsx';
import { formOf } from './rules/rule-forms.ts';
import { showUnreadFigure } from './show-unread-figure.ts';
import type { Example } from './use-example.ts';

interface StackProps {
  rules: readonly PolicyRule[];
  /** What the rules are compared with: a changed one is marked. */
  published: readonly PolicyRule[] | undefined;
  /** `v14`: names what is compared with. */
  publishedName: string;
  example: Example;
  /** Undefined for who may only look. */
  onRules?: ((rules: readonly PolicyRule[]) => void) | undefined;
}

/** What an undo of this list is about. */
export const RULES_UNDO = 'policy rules';

/** The rules of a policy, applied from the top down, edited in place. */
export function Stack({ rules, published, publishedName, example, onRules }: StackProps) {
  const list = useRef<HTMLOListElement>(null);
  const [chosen, setChosen] = useState(0);
  const [editing, setEditing] = useState<{ readonly at: number; readonly was: PolicyRule } | null>(null);
  const [adding, setAdding] = useState(false);
  const { question } = example;
  const { currency } = question;
  const prices = pricesSoFar(rules, question);
  const fare = prices.at(-1) ?? 0;
  const was = published ? (pricesSoFar(published, question).at(-1) ?? 0) : undefined;
  const changed = new Set(published ? changesBetween(published, rules).rules.map(({ key }) => key) : []);
  const keys = keyed(rules).map(({ key }) => key);
  const at = Math.min(chosen, rules.length - 1);

  const rowAt = (place: number): HTMLElement | null | undefined => list.current?.querySelector<HTMLElement>(`[data-rule="${place}"]`);
  const focusRow = (place: number): void => {
    setChosen(place);
    // After the row is drawn, which may be new or have moved.
    requestAnimationFrame(() => rowAt(place)?.focus());
  };
  const edit = (place: number): void => {
    const rule = rules[place];
    if (!rule || !onRules || showUnreadFigure()) return;
    if (editing?.at === place) {
      setEditing(null);
      focusRow(place);
      return;
    }
    setChosen(place);
    setEditing({ at: place, was: rule });
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('.pr-editor input, .pr-editor select, .pr-editor button')?.focus(),
    );
  };
  /** What a form writes says nothing of off and on. */
  const write = (place: number, { off: _, ...rule }: PolicyRule): void =>
    onRules?.(rules.with(place, rules[place]?.off ? { ...rule, off: true } : rule));
  const replaceAll = (next: readonly PolicyRule[], text: string): void => {
    setEditing(null);
    onRules?.(next);
    offerUndo(RULES_UNDO, text, () => onRules?.(rules));
  };
  const remove = (): void => {
    const rule = rules[at];
    if (!rule || !onRules || editing) return;
    if (rules.length === 1) {
      toast('A policy has at least one rule.', 'other');
      return;
    }
    replaceAll(rules.toSpliced(at, 1), `${formOf(rule.rule).title} taken out`);
    focusRow(Math.min(at, rules.length - 2));
  };
  const add = (name: RuleName): void => {
    if (showUnreadFigure()) return;
    const added = addRule(rules, name, at, currency);
    if (!added) {
      toast('This policy has as many rules as one may have.', 'other');
      return;
    }
    replaceAll(added.rules, `${formOf(name).title} added`);
    focusRow(added.at);
  };
  const move = (by: -1 | 1): void => {
    const moved = moveRule(rules, at, by);
    if (!moved || editing) {
      announce('It cannot go there.');
      return;
    }
    onRules?.(moved);
    announce(`${keys[at]}, now rule ${at + by + 1}`);
    focusRow(at + by);
  };
  const switchOver = (): void => {
    const rule = rules[at];
    if (!rule || !onRules || editing) return;
    const next = switchRule(rule);
    if (!next) {
      toast('Base fare and rounding stay on. Another one may take their place.', 'other');
      return;
    }
    onRules(rules.with(at, next));
    announce(`${keys[at]} is ${next.off ? 'off' : 'on'}`);
  };
  const press = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.rule === undefined || event.ctrlKey || event.metaKey) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rules.length - 1 }[event.key];
    if (event.altKey) {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      if (onRules) move(event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Delete') remove();
    else if (to === undefined) return;
    // At once, because Enter may follow before the next frame, and it is meant for this row.
    else rowAt(Math.max(0, Math.min(rules.length - 1, to)))?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  useDeeds('policy', onRules ? { E: () => edit(at), A: () => setAdding(true), X: switchOver } : {});

  return (
    <section className="pr-stack" aria-label="Policy">
      <div className="panel-h">
        <h2>Policy</h2>
        <span className="push s12 t3 cut" title={`Prices of ${example.title}`}>
          for {example.title}
        </span>
      </div>
      <ol ref={list} className="pr-rules" aria-label="Rules" onKeyDown={press} {...LETTERS_ACT}>
        {rules.map((rule, place) => (
          <RuleRow
            key={keys[place]}
            {...{ place, rule, currency }}
            before={prices[place - 1] ?? 0}
            after={prices[place] ?? 0}
            changed={changed.has(keys[place] ?? '')}
            editing={editing?.at === place}
            isStop={place === at}
            onFocus={() => setChosen(place)}
            {...(onRules ? { onEdit: () => edit(place) } : {})}
            onWrite={(next) => write(place, next)}
            onDone={() => edit(place)}
            onBack={() => {
              if (editing) write(place, editing.was);
              setEditing(null);
              focusRow(place);
            }}
          />
        ))}
      </ol>
      <div className="pr-sum">
        <span>
          <span className="str">One adult pays</span>
          {was === undefined ? null : (
            <span className="s12 t2">
              {publishedName} gives {moneyText(minor(was), currency)} {currency}
            </span>
          )}
        </span>
        <span className="num str">
          {moneyText(minor(fare), currency)} <span className="s12 t3">{currency}</span>
        </span>
      </div>
      {onRules ? (
        <div className="pr-tools" {...LETTERS_ACT}>
          <AddRule isOpen={adding} onOpenChange={setAdding} onAdd={add} />
          <BeginFrom onBegin={(template) => replaceAll(template.rules, `Begun from ${template.name}`)} />
          <KeyHints>
            <KeyHint keys={['Alt \u2191\u2193']}>move</KeyHint>
            <KeyHint keys={['X']}>off, on</KeyHint>
            <KeyHint keys={['Del']}>out</KeyHint>
          </KeyHints>
        </div>
      ) : null}
    </section>
  );
}
