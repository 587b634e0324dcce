import { figureText } from '../../shared/health/figure-text.ts';
import { figureRule } from '../../shared/health/figures.ts';
import type { AlarmView } from '../../shared/methods/health.ts';
import { localTime } from '../format/times.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';

interface AlarmListProps {
  alarms: readonly AlarmView[];
  zone: string;
  now: number;
  /** The one that `A` acknowledges. */
  rings: AlarmView['figure'] | undefined;
  /** Left out for who may not acknowledge. */
  onAcknowledge: ((figure: AlarmView['figure']) => void) | undefined;
}

/** What is over its limit, and what was within the last day. */
export function AlarmList({ alarms, zone, now, rings, onAcknowledge }: AlarmListProps) {
  return (
    <section aria-labelledby="hl-alarms">
      <div className="panel-h">
        <h2 id="hl-alarms">Alarms</h2>
        <span className="s12 t3">{alarms.length === 0 ? 'none in the last 24 h' : `${alarms.length} in the last 24 h`}</span>
      </div>
      {alarms.map((alarm) => (
        <Alarm key={`${alarm.figure} ${alarm.since}`} {...{ alarm, zone, now, rings, onAcknowledge }} />
      ))}
    </section>
  );
}

function Alarm({ alarm, zone, now, rings: byKey, onAcknowledge }: Omit<AlarmListProps, 'alarms'> & { alarm: AlarmView }) {
  const { figure, since, endedAt, worst, acknowledged } = alarm;
  const { name, unit } = figureRule(figure);
  const silent = endedAt === null && acknowledged !== null && acknowledged.until > now;
  const rings = endedAt === null && !silent;
  return (
    <div className="hl-alarm">
      <Icon name={rings ? 'alert' : 'check'} size={16} className={rings ? 'bad' : 't2'} />
      <div>
        <p className={rings ? 'med bad' : 'med'}>
          {name} {figureText(unit, worst)}
        </p>
        <p>
          {endedAt === null ? `since ${localTime(since, zone)}` : `${localTime(since, zone)} to ${localTime(endedAt, zone)}, over`}
          {acknowledged ? `; acknowledged ${localTime(acknowledged.at, zone)}, ${acknowledged.by}` : ''}
        </p>
        {acknowledged ? <p className="hl-quote prop">{acknowledged.note}</p> : null}
      </div>
      {silent ? (
        <Tag>rings {localTime(acknowledged.until, zone)}</Tag>
      ) : rings && onAcknowledge ? (
        <Button
          className="hl-small"
          {...(figure === byKey ? { kbd: 'A' } : {})}
          onPress={() => onAcknowledge(figure)}
          aria-label={`Acknowledge ${name}`}
        >
          Acknowledge
        </Button>
      ) : null}
    </div>
  );
}
