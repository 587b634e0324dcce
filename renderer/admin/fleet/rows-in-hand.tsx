import type { SeatMap } from '../../../shared/seat-map.ts';
import { useDraft } from './draft-store.ts';
import type { Editor } from './editor.ts';
import { fixturePlace } from './fixture-place.ts';
import { codesAt, hasSeat, type MapRow } from './map-rows.ts';
import type { MapTool } from './map-tools.ts';
import { RowForm } from './row-form.tsx';
import { rowsOf } from './selection.ts';
import { ToolButton } from './tool-button.tsx';

const tool = (name: MapTool) => useDraft.getState().edit({ do: 'tool', tool: name });

/** Rows that are listed; of more the number is said. */
const SHOWN = 6;

/**
 * A layout as letters: a place without a seat is a dot, a letter that is new is marked. Where nothing but seats went, what went stands in its old
 * place.
 */
function Layout({ row, before }: { row: MapRow; before: MapRow | undefined }) {
  const onlyLess = before !== undefined && [...row.layout].every((letter) => before.layout.includes(letter));
  return (
    <span className="mp-layout">
      {[...(onlyLess ? before.layout : row.layout)].map((letter, place) => {
        if (letter === ' ') return letter;
        // biome-ignore lint/suspicious/noArrayIndexKey: a layout is its places
        if (!hasSeat(row, letter)) return <s key={place}>·</s>;
        // biome-ignore lint/suspicious/noArrayIndexKey: a layout is its places
        return hasSeat(before, letter) ? letter : <u key={place}>{letter}</u>;
      })}
    </span>
  );
}

/** `H on C, D`: the codes that a row got, each with its seats. */
function codesGot(row: MapRow, before: MapRow): string[] {
  const got = [...row.layout].flatMap((letter) =>
    codesAt(row, letter)
      .filter((code) => code !== '8' && !codesAt(before, letter).includes(code))
      .map((code) => ({ code, letter })),
  );
  return [...Map.groupBy(got, ({ code }) => code)].map(([code, on]) => `${code} on ${on.map(({ letter }) => letter).join(', ')}`);
}

const alike = (a: MapRow, b: MapRow | undefined) =>
  b !== undefined && JSON.stringify({ ...a, row: 0 }) === JSON.stringify({ ...b, row: 0 });

function Row({ row, before }: { row: MapRow; before: MapRow | undefined }) {
  const told = before ? [...(row.exit && !before.exit ? ['exit'] : []), ...codesGot(row, before)] : [];
  return (
    <div className="mp-row">
      <b className="str">{row.row}</b>
      <span>{before ? <Layout row={before} before={before} /> : <span className="t3">new row</span>}</span>
      {alike(row, before) ? (
        <span className="s12 t3">as it was</span>
      ) : (
        <span className="mp-becomes">
          {before && row.layout === before.layout && told.length > 0 ? null : <Layout row={row} before={before} />}
          <span className="s12 t2 cut" title={told.join('; ')}>
            {told.join('; ')}
          </span>
        </span>
      )}
    </div>
  );
}

interface RowsInHandProps {
  editor: Editor;
  before: SeatMap;
  /** The rows are typed. */
  typing: boolean;
  onTyped: () => void;
  onType: () => void;
}

/** The rows that are selected: as they were and as they become; or the fields in which they are typed. */
export function RowsInHand({ editor, before, typing, onTyped, onType }: RowsInHandProps) {
  const { map, selection, problem } = editor;
  const { from, to } = rowsOf(selection);
  const rows = map.rows.slice(from, to + 1);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return null;
  const title = first === last ? `Row ${first.row}` : `Rows ${first.row} to ${last.row}`;
  const numbers = new Set([...rows.map(({ row }) => row), ...(to === map.rows.length - 1 ? [0] : [])]);
  const fixtures = map.fixtures.filter((fixture) => numbers.has(fixture.before));
  return (
    <section aria-label="Rows in hand">
      <div className="panel-h">
        {title} <span className="s12 t3">was, becomes</span>
      </div>
      {typing ? null : (
        <div className="mp-rowtools" role="toolbar" aria-label="Rows">
          <ToolButton kbd="E" more="layout, number and cabin" onPress={onType}>
            type
          </ToolButton>
          <ToolButton kbd="A" more="rows like these behind them" onPress={() => tool('add')}>
            add
          </ToolButton>
          <ToolButton kbd="Shift Del" more="these rows out" onPress={() => tool('remove')}>
            out
          </ToolButton>
        </div>
      )}
      <p className="s12 bad" role="alert">
        {problem}
      </p>
      {typing ? (
        <RowForm key={`${from} ${to}`} map={map} from={from} to={to} onDone={onTyped} />
      ) : (
        rows.slice(0, SHOWN).map((row) => <Row key={row.row} row={row} before={before.rows.find((each) => each.row === row.row)} />)
      )}
      {rows.length > SHOWN && !typing ? <p className="s12 t3">and {rows.length - SHOWN} rows more</p> : null}
      {fixtures.map((fixture) => (
        <div className="mp-row" key={`${fixture.kind}${fixture.before} ${fixture.block}`}>
          <span />
          <span className="t2">{fixture.kind}</span>
          <span className="s12 t3">{fixturePlace(map, fixture)}</span>
        </div>
      ))}
      <p className="s12 t2 mp-note">W window, A aisle, K bulkhead, E exit follow from the plan by themselves.</p>
    </section>
  );
}
