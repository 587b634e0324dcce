import { LETTERS_ACT } from '../../keys/key-place.ts';
import { Icon } from '../../parts/icon.tsx';
import { walkRows } from '../../parts/walk-rows.ts';
import { type DeskMoment, lastSeenText, standingOf } from './desk-words.ts';
import type { Desk } from './desks-store.ts';

interface DeskListProps {
  desks: readonly Desk[];
  chosen: string | undefined;
  /** The desk that this console is. */
  own: string | undefined;
  at: DeskMoment;
  onChoose: (id: string) => void;
}

export const focusDesk = (id: string): void => document.querySelector<HTMLElement>(`[data-desk="${id}"]`)?.focus();

/** All desks. The arrow keys move the focus, and what has the focus is chosen. */
export function DeskList({ desks, chosen, own, at, onChoose }: DeskListProps) {
  const place = desks.findIndex(({ id }) => id === chosen);
  return (
    <div className="dk-rows" {...LETTERS_ACT}>
      <table className="grid-table" aria-labelledby="dk-paired">
        <thead>
          <tr>
            <th scope="col">Desk</th>
            <th scope="col">State</th>
            <th scope="col">User</th>
            <th scope="col">Version</th>
            <th scope="col">Last seen</th>
          </tr>
        </thead>
        <tbody onKeyDown={(event) => walkRows(event, place)}>
          {desks.map((desk) => (
            <Row key={desk.id} {...{ desk, at }} isChosen={desk.id === chosen} isOwn={desk.desk === own} choose={() => onChoose(desk.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ desk, at, isChosen, isOwn, choose }: { desk: Desk; at: DeskMoment; isChosen: boolean; isOwn: boolean; choose: () => void }) {
  const { text, icon, tone, toDo } = standingOf(desk, at);
  const gone = desk.state === 'revoked';
  const old = desk.version !== null && desk.version !== at.version && !gone;
  return (
    <tr className={isChosen ? 'is-chosen' : gone ? 't3' : undefined} onClick={choose}>
      <td>
        <button
          type="button"
          className="jb-choose prop"
          tabIndex={isChosen ? 0 : -1}
          aria-pressed={isChosen}
          data-desk={desk.id}
          onFocus={choose}
        >
          {desk.desk}
        </button>
      </td>
      <td>
        <span className="ad-state dk-state">
          <span className={tone}>
            <Icon name={icon} size={13} />
          </span>
          <span className={toDo ? `med ${tone}` : 'prop'}>{text}</span>
        </span>
      </td>
      <td>{desk.user ?? <span className="t3">none</span>}</td>
      <td className={old ? 'warn med' : undefined}>{desk.version ?? ''}</td>
      <td className="t2">
        {lastSeenText(desk, at)}
        {isOwn ? ', this desk' : ''}
      </td>
    </tr>
  );
}
