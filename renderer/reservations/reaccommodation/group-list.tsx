import './group-list.css';
import type { KeyboardEvent } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { ChangeGroup } from '../../../shared/methods/reaccommodation.ts';
import { LETTERS_ACT } from '../../keys/key-place.ts';
import { Icon } from '../../parts/icon.tsx';
import { KeyHint, KeyHints } from '../../parts/key-hint.tsx';
import { walkRows } from '../../parts/walk-rows.ts';
import { useDesk } from './desk-store.ts';
import { countsText, GROUP_ICONS, groupWords } from './group-words.ts';
import { WAY_RULES } from './way-rules.ts';

type Listed = Output<'reaccommodation.list'>;

/** Goes to a group, which shows it. The focus goes with it, so that the arrows and Enter go on from there. */
export const focusGroup = (group: ChangeGroup): void => document.querySelector<HTMLElement>(`[data-group="${group}"]`)?.focus();

/** What happened to bookings, with counts; under it the rules of the proposals. */
export function GroupList({ listed, group }: { listed: Listed; group: ChangeGroup }) {
  const { groups, limitMinutes } = listed;
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    walkRows(
      event,
      groups.findIndex((one) => one.group === group),
    );
    if (event.key !== 'Enter' || event.ctrlKey || event.repeat) return;
    event.preventDefault();
    document.querySelector<HTMLElement>('.ra-rows button[tabindex="0"]')?.focus();
  };
  return (
    <section aria-label="What happened">
      <div className="panel-h">
        <h2 id="ra-groups">What happened</h2>
        <KeyHints>
          <KeyHint keys={['[', ']']}>group</KeyHint>
        </KeyHints>
      </div>
      <fieldset className="ra-groups" aria-labelledby="ra-groups" onKeyDown={press} {...LETTERS_ACT}>
        {groups.map((one) => {
          const { icon, tone } = GROUP_ICONS[one.group];
          const isOn = one.group === group;
          const show = () => useDesk.getState().show(one.group);
          return (
            <button
              key={one.group}
              type="button"
              data-group={one.group}
              className={`ra-g${isOn ? ' on' : ''}${one.todo === 0 ? ' done' : ''}`}
              aria-pressed={isOn}
              tabIndex={isOn ? 0 : -1}
              onFocus={show}
              onClick={show}
            >
              <span className={one.todo > 0 ? tone : 't3'}>
                <Icon name={icon} size={15} />
              </span>
              <span>
                <span className="med">{groupWords(one.group, limitMinutes)}</span>
                <span>{countsText(one)}</span>
              </span>
              <b className="num">{one.todo + one.done}</b>
            </button>
          );
        })}
      </fieldset>
      <div className="ra-rules">
        <div className="panel-h">
          <h2 id="ra-rules">Proposals follow</h2>
        </div>
        <ol aria-labelledby="ra-rules">
          {WAY_RULES.map((rule, at) => (
            <li key={rule}>
              <b aria-hidden>{at + 1}</b>
              {rule}
            </li>
          ))}
        </ol>
        <p className="s12 t2">When seats are short: who flies on first, then families.</p>
      </div>
    </section>
  );
}
