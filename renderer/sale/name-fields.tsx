import type { ReactNode } from 'react';
import { EntryField } from './entry-field.tsx';
import type { Field } from './fields-of.ts';
import { readName } from './name-entry.ts';

interface NameFieldsProps {
  stops: { readonly name: Field; readonly host: Field };
  /** Whose name it is, after "Name of". */
  of: string;
  titled: boolean;
  name: string;
  host: string;
  problems: ReadonlyMap<Field, string>;
  onChange: (change: { readonly name?: string; readonly host?: string }) => void;
  /** What stands under the name. */
  below?: ReactNode;
}

/** The name as the passport spells it. The host form is typed in a second field where the spelling gives none. */
export function NameFields({ stops, of, titled, name, host, problems, onChange, below }: NameFieldsProps) {
  const read = readName(name, host);
  return (
    <span className="names">
      <EntryField
        stop={stops.name}
        label={`Name of ${of}`}
        placeholder={titled ? 'SURNAME/GIVEN TITLE' : 'SURNAME/GIVEN'}
        value={name}
        problem={problems.get(stops.name) ?? ''}
        {...(read.ok && read.told ? { hint: read.told } : {})}
        onChange={(value) => onChange({ name: value })}
      />
      {read.ok && read.asksHost ? (
        <EntryField
          stop={stops.host}
          label={`Name of ${of} in A to Z`}
          placeholder="In A to Z: SURNAME/GIVEN"
          className="host"
          value={host}
          problem={problems.get(stops.host) ?? ''}
          onChange={(value) => onChange({ host: value })}
        />
      ) : null}
      {below}
    </span>
  );
}
