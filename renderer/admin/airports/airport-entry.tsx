import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { AIRPORT_NAME_MAX } from '../../../shared/bounds.ts';
import { saysWhy } from '../../../shared/reason.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import { Button } from '../../parts/button.tsx';
import { CheckBox } from '../../parts/check-box.tsx';
import { PlaceField } from '../../parts/place-field.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { toast } from '../../parts/toast.tsx';
import { AirportVersions } from './airport-versions.tsx';
import { previewText } from './airport-words.ts';
import { type KnownAirport, useAirports } from './airports-store.ts';
import { BLANK_AIRPORT, readAirport, type TypedAirport, typedAs } from './typed-airport.ts';
import { useAirportPreview } from './use-airport-preview.ts';
import { ZoneField } from './zone-field.tsx';

interface AirportEntryProps {
  /** The code that was chosen in the list, or empty. */
  chosen: string;
  onDone: () => void;
}

/** Adds an airport, or corrects one, from a day on. Three letters of a code bring what is known of it. */
export function AirportEntry({ chosen, onDone }: AirportEntryProps) {
  const [typed, setTyped] = useState<TypedAirport>({ ...BLANK_AIRPORT, code: chosen });
  const [known, setKnown] = useState<KnownAirport | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const asked = useRef('');
  const form = useRef<HTMLFormElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const read = readAirport(typed);
  const change = 'facts' in read ? read : null;
  const wrong = 'facts' in read ? {} : read;
  const preview = useAirportPreview(change);
  const isKnown = Boolean(known && (known.shipped || known.changes.length > 0));
  const clear = (): void => {
    // What had the focus may go with the airport. The next one begins with its code.
    if (form.current?.contains(document.activeElement)) code.current?.focus();
    asked.current = '';
    setTyped(BLANK_AIRPORT);
    setKnown(null);
    setReason('');
    setTried(false);
  };

  /** `fill`: the fields become what is known. What was typed stays where nobody knows the code. */
  const look = async (code: string, fill: boolean): Promise<void> => {
    asked.current = code;
    const found = await useAirports.getState().read(code);
    if (!found || asked.current !== code) return;
    setKnown(found);
    if (fill && (found.shipped || found.changes.length > 0)) setTyped(typedAs(found));
  };
  const name = (text: string): void => {
    const code = text.toUpperCase();
    setTyped((now) => ({ ...now, code }));
    setKnown(null);
    asked.current = '';
    if (/^[A-Z]{3}$/.test(code)) void look(code, true);
  };
  const lookUpChosen = useEffectEvent((code: string) => void look(code, true));
  useEffect(() => {
    if (chosen) lookUpChosen(chosen);
  }, [chosen]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefusal(undefined);
    // A second Enter after one was added finds nothing typed, and is no wish to add another.
    if (!typed.code && !typed.name && !reason) return;
    setTried(true);
    if (!change || !saysWhy(reason) || sending) return;
    setSending(true);
    const basedOn = known?.changes[0]?.number ?? 0;
    const refused = await useAirports
      .getState()
      .put({ code: change.code, from: change.from, ...change.facts, basedOn, reason: reason.trim() });
    setSending(false);
    setRefusal(refused);
    if (refused) {
      // What is typed stays, and stands beside what another supervisor did.
      if (refused.code === 'AIRPORT_CHANGED') await look(change.code, false);
      return;
    }
    toast(`${change.code} ${isKnown ? 'is corrected' : 'is added'}.`);
    clear();
    onDone();
  };

  const field = (of: Exclude<keyof TypedAirport, 'closed'>, label: string, more: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField
      label={label}
      value={typed[of]}
      maxLength={AIRPORT_NAME_MAX}
      wrong={tried && !refusal ? wrong[of] : undefined}
      onChange={(text) => setTyped({ ...typed, [of]: text })}
      {...more}
    />
  );
  const capitals = (of: 'cityCode' | 'country') => ({ onChange: (text: string) => setTyped({ ...typed, [of]: text.toUpperCase() }) });
  return (
    <form ref={form} className="ad-form" aria-labelledby="ad-newairport" onSubmit={(event) => void submit(event)}>
      <div className="panel-h">
        <h2 id="ad-newairport">{isKnown ? `Correct ${typed.code}` : 'Add airport'}</h2>
      </div>
      <PlaceField
        label="Find"
        placeholder="code or city"
        value=""
        onChange={(code, place) => {
          if (place?.kind === 'airport') name(code);
        }}
      />
      <div className="ad-pair">
        {field('code', 'Code', { placeholder: 'KTI', maxLength: 3, onChange: name, inputRef: code })}
        {field('from', 'From', { placeholder: 'today', maxLength: 10, autoFocus: chosen !== '' })}
      </div>
      {field('name', 'Name', { placeholder: 'Techo International Airport' })}
      {field('city', 'City', { placeholder: 'Phnom Penh' })}
      <div className="ad-pair">
        {field('cityCode', 'City code', { placeholder: 'PNH', maxLength: 3, ...capitals('cityCode') })}
        {field('country', 'Country', { placeholder: 'KH', maxLength: 2, ...capitals('country') })}
      </div>
      <ZoneField value={typed.zone} wrong={tried && !refusal ? wrong.zone : undefined} onChange={(zone) => setTyped({ ...typed, zone })} />
      <div className="ad-pair">
        {field('latitude', 'Latitude', { placeholder: '11.36', maxLength: 14 })}
        {field('longitude', 'Longitude', { placeholder: '104.92', maxLength: 14 })}
      </div>
      {isKnown ? (
        <CheckBox isSelected={typed.closed} onChange={(closed) => setTyped({ ...typed, closed })}>
          Closed: nothing is scheduled there
        </CheckBox>
      ) : null}
      <ReasonField value={reason} tried={tried && !refusal} onChange={setReason} />
      <p className="s12 t2" role="status">
        {change && preview ? previewText(change, preview) : ''}
      </p>
      {refusal && <RefusalLine refusal={refusal} />}
      <div className="ad-deeds">
        <Button type="submit" variant="go" isPending={sending}>
          {isKnown ? 'Correct' : 'Add airport'}
        </Button>
        {typed.code ? (
          <Button
            variant="quiet"
            onPress={() => {
              clear();
              setRefusal(undefined);
              onDone();
            }}
          >
            {isKnown ? 'Leave it as it is' : 'Clear the fields'}
          </Button>
        ) : null}
      </div>
      {known ? <AirportVersions {...known} /> : null}
    </form>
  );
}
