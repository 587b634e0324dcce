import './count-panel.css';
import type { KeyboardEvent } from 'react';
import type { ShiftReport } from '../../shared/methods/shifts.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { Icon } from '../parts/icon.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { TextField } from '../parts/text-field.tsx';
import { countOf, isPieces, looseOf, sumOfCount, typePieces, useCount } from './count-store.ts';
import { Hidden } from './hidden.tsx';
import { piecesOf } from './pieces.ts';
import { shortOrOver } from './shift-words.ts';

/** Counts the drawer by pieces, then shows the difference. */
export function CountPanel({ report, nextZ, mayEnd }: { report: ShiftReport; nextZ: number; mayEnd: boolean }) {
  const { open } = useCount();
  const { counted } = report;
  const step = open ? 1 : counted ? 2 : 0;
  return (
    <section className="sh-count" aria-labelledby="sh-close">
      <div className="panel-h">
        <h2 id="sh-close">Close</h2>
        <span className="sh-steps">
          <span className={step === 1 ? 'on' : ''}>1 Count</span>
          <span className={step === 2 ? 'on' : ''}>2 Difference</span>
          <span>3 Z {nextZ}</span>
        </span>
        <KeyHints>
          {!mayEnd ? null : open ? (
            <KeyHint keys={['↑', '↓']}>piece</KeyHint>
          ) : counted ? (
            <KeyHint keys={['R']}>recount</KeyHint>
          ) : (
            <KeyHint keys={['C']}>count</KeyHint>
          )}
        </KeyHints>
      </div>
      {open ? (
        report.cash.map(({ currency }) => <Pieces key={currency} currency={currency} />)
      ) : counted ? (
        <Differences report={report} />
      ) : (
        <p className="t2">
          {report.hidden
            ? 'The shift is open. What cash must be in the drawer is told when a count is given in.'
            : mayEnd
              ? 'The shift is open. Count the drawer to close it.'
              : 'The shift is open.'}
        </p>
      )}
    </section>
  );
}

/** Up and down go to the piece before and after, as in a column of figures. */
function walk(event: KeyboardEvent): void {
  event.stopPropagation();
  const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.ctrlKey) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLInputElement>('.sh-count input')];
  const next = fields[fields.indexOf(event.target as HTMLInputElement) + step];
  next?.focus();
  next?.select();
}

function Pieces({ currency }: { currency: string }) {
  const { typed } = useCount();
  const pieces = piecesOf(currency);
  const texts = typed[currency] ?? {};
  const count = countOf(currency, typed);
  const field = (value: number) => (
    <tr key={value}>
      <td className="med">{moneyText(minor(value), currency)}</td>
      <td className="num">
        <TextField
          aria-label={`Pieces of ${moneyText(minor(value), currency)} ${currency}`}
          inputMode="numeric"
          value={texts[value] ?? ''}
          maxLength={12}
          wrong={isPieces(texts[value] ?? '') ? undefined : 'digits alone'}
          onChange={(text) => typePieces(currency, value, text)}
          onKeyDown={(event) => {
            event.continuePropagation();
            walk(event);
          }}
        />
      </td>
      <td className="num">{isPieces(texts[value] ?? '') ? moneyText(minor(value * Number(texts[value] ?? 0)), currency) : ''}</td>
    </tr>
  );
  const column = (head: string, values: readonly number[]) =>
    values.length > 0 ? (
      <table aria-label={`${head} ${currency}`}>
        <thead>
          <tr>
            <th>{head}</th>
            <th className="num">Pieces</th>
            <th className="num">{currency}</th>
          </tr>
        </thead>
        <tbody>{values.map(field)}</tbody>
      </table>
    ) : null;
  return (
    <>
      <div className="sh-pieces">
        {column('Notes', pieces?.notes ?? [])}
        {column('Coins', pieces?.coins ?? [])}
      </div>
      <TextField
        label={pieces ? `Other ${currency}` : `All ${currency}`}
        className="sh-loose"
        inputMode="decimal"
        value={texts.loose ?? ''}
        wrong={looseOf(texts.loose, currency) === undefined ? `An amount in ${currency}.` : undefined}
        onChange={(text) => typePieces(currency, 'loose', text)}
        onKeyDown={(event) => {
          event.continuePropagation();
          walk(event);
        }}
      />
      <div className="sh-diff">
        <div>
          <p className="s12 t3">Counted so far, {currency}</p>
          <p className="v">{count ? moneyText(minor(sumOfCount(count)), currency) : ''}</p>
        </div>
        <div>
          <p className="s12 t3">Expected</p>
          <p>
            <Hidden short />
          </p>
        </div>
        <div>
          <p className="s12 t3">Difference</p>
          <p>
            <Hidden short />
          </p>
        </div>
      </div>
    </>
  );
}

function Differences({ report }: { report: ShiftReport }) {
  const { counted } = report;
  return (
    <>
      {counted?.outdated ? (
        <p className="warn sh-outdated">
          <Icon name="alert" size={15} /> Cash has moved since the count. Count again with R.
        </p>
      ) : null}
      {counted?.currencies.map(({ currency, counted: found, expected, pieces, loose }) => {
        const difference = found - expected;
        return (
          <div key={currency}>
            <p className="s12 t2 sh-told">
              {[
                ...pieces.map((one) => `${one.pieces} × ${moneyText(minor(one.value), currency)}`),
                ...(loose > 0 ? [`other ${moneyText(minor(loose), currency)}`] : []),
              ].join(', ') || 'nothing'}
            </p>
            <div className="sh-diff">
              <div>
                <p className="s12 t3">Counted, {currency}</p>
                <p className="v">{moneyText(minor(found), currency)}</p>
              </div>
              <div>
                <p className="s12 t3">Expected</p>
                <p className="v">{moneyText(minor(expected), currency)}</p>
              </div>
              <div className={difference === 0 ? '' : 'off'}>
                <p className="s12 t2">Difference</p>
                <p className={difference === 0 ? 'v ok' : 'v bad'}>
                  <Icon name={difference === 0 ? 'check' : 'alert'} size={17} />
                  {moneyText(minor(Math.abs(difference)), currency)} {shortOrOver(difference)}
                </p>
              </div>
            </div>
          </div>
        );
      })}
    </>
  );
}
