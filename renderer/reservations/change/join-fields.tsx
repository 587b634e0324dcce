import { TextField } from '../../parts/text-field.tsx';
import { birthExample, readBirthDate } from '../../sale/birth-date.ts';
import { readName } from '../../sale/name-entry.ts';
import type { Passenger } from '../../sale/sale.ts';
import { deskToday } from '../../sale/sale-fields.ts';
import { useChange } from './change-store.ts';

/** What is typed of somebody who comes. The offer was asked for other names. */
export const writeJoin = (key: number, change: Partial<Passenger>): void =>
  useChange.setState(({ joins }) => ({
    ...{ offer: null, refusal: null, note: '' },
    joins: joins.map((join) => (join.key === key ? { ...join, ...change } : join)),
  }));

interface NameProps {
  label: string;
  name: string;
  host: string;
  onName: (name: string) => void;
  onHost: (host: string) => void;
}

/** A name as it is typed, with its host form where the spelling gives none. */
export function JoinName({ label, name, host, onName, onHost }: NameProps) {
  const read = readName(name, host);
  return (
    <>
      <TextField label={label} value={name} onChange={onName} wrong={name !== '' && !read.ok ? read.problem : undefined} />
      {read.ok && read.asksHost ? (
        <TextField
          label="Host form, in A to Z"
          value={host}
          onChange={onHost}
          wrong={host === '' ? undefined : read.hostProblem || undefined}
        />
      ) : null}
    </>
  );
}

/** Name and birth date of the infant that somebody who comes, or travels already, has on the lap. `who`: `infant of …`. */
export function InfantFields({ join, who }: { join: Passenger; who: string }) {
  const { key, infantName, infantHost, infantBirthDate } = join;
  return (
    <>
      <JoinName
        label={`Name, ${who}`}
        name={infantName}
        host={infantHost}
        onName={(text) => writeJoin(key, { infantName: text })}
        onHost={(text) => writeJoin(key, { infantHost: text })}
      />
      <Born
        label={`Birth date, ${who}`}
        value={infantBirthDate}
        of="infant"
        onChange={(text) => writeJoin(key, { infantBirthDate: text })}
      />
    </>
  );
}

export function Born({
  label,
  value,
  of,
  onChange,
}: {
  label: string;
  value: string;
  of: 'infant' | 'child';
  onChange: (text: string) => void;
}) {
  const today = deskToday();
  const wrong = value !== '' && !readBirthDate(value, today);
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      placeholder={birthExample(of, today)}
      wrong={wrong ? 'Write the birth date as 12MAR18' : undefined}
    />
  );
}
