import { rightsText } from '../../../shared/system-rights.ts';
import { ACTION_ROW } from '../../keys/key-place.ts';
import { Button } from '../../parts/button.tsx';
import { type DeskMoment, keptText, lastSeenText, pairedText, standingOf, userText } from './desk-words.ts';
import type { Desk } from './desks-store.ts';

interface ChosenDeskProps {
  desk: Desk;
  at: DeskMoment;
  onRename: () => void;
  onRights: () => void;
  onRevoke: () => void;
}

/** What is known of one desk, and what a supervisor can do about it. */
export function ChosenDesk({ desk, at, onRename, onRights, onRevoke }: ChosenDeskProps) {
  const { text, tone } = standingOf(desk, at);
  const facts: readonly (readonly [string, string])[] = [
    ['Paired', pairedText(desk, at)],
    ['Key kept in', keptText(desk)],
    ...(desk.rights ? [['May', rightsText(desk.rights)] as const] : []),
    [desk.state === 'live' || desk.state === 'locked' ? 'Address now' : 'Address last', desk.address ?? 'none'],
    ['Last seen', lastSeenText(desk, at)],
    ...(desk.revokedBy === null ? [] : [['Revoked by', desk.revokedBy] as const]),
  ];
  return (
    <section className="dk-chosen" aria-labelledby="dk-chosen">
      <div className="panel-h">
        <h2 id="dk-chosen" className="prop">
          {desk.desk}
        </h2>
        <span className={`s12 med ${tone}`}>{text}</span>
        <span className="push s12 t2">{userText(desk, at)}</span>
      </div>
      <dl className="dk-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {desk.state === 'revoked' ? null : (
        <div className="dk-deeds" {...ACTION_ROW}>
          <Button kbd="E" onPress={onRename}>
            Rename
          </Button>
          {desk.rights ? (
            <Button kbd="M" onPress={onRights}>
              What it may
            </Button>
          ) : null}
          <Button variant="danger" kbd="Del" onPress={onRevoke}>
            Revoke
          </Button>
        </div>
      )}
    </section>
  );
}
