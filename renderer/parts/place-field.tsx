import { useEffect, useRef, useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { CalledBy, Output } from '../../shared/contract.ts';
import { call } from '../client/client.ts';
import './field.css';
import './place-field.css';

export type Place = Output<'flights.places'>['places'][number];

interface PlaceFieldProps {
  label: string;
  /** The code of an airport or city (`JFK`, `NYC`, `HOU*`), or empty. */
  value: string;
  onChange: (code: string, place: Place | null) => void;
  className?: string;
  wrong?: string | undefined;
  isRequired?: boolean;
  /** What an empty field means. */
  placeholder?: string;
}

const listText = (place: Place): string => (place.kind === 'city' ? place.name : place.city || place.name);
/** Beside the code there is little room: `NYC New York (all)`. */
const fieldText = (place: Place): string => (place.kind === 'city' ? `${place.city} (all)` : place.city || place.name);
/** The other reading of a code that is an airport and a city: `HOU Houston (all: HOU*)`. */
const otherReading = (known: Place, places: readonly Place[]): string | undefined =>
  places.find(({ code }) => code === `${known.code}*`)?.code;

/** An airport or a city by code or name. Three letters that are a code are taken when the field is left. */
export function PlaceField({ label, value, onChange, className, wrong, isRequired, placeholder }: PlaceFieldProps) {
  const [text, setText] = useState(value);
  const [places, setPlaces] = useState<Place[]>([]);
  const [known, setKnown] = useState<Place | null>(null);
  const asked = useRef(0);
  /** The code that this field set last. Any other code was set from outside. */
  const told = useRef('');
  const typed = useRef('');
  const frame = useRef<HTMLDivElement>(null);

  const ask = async (typed: string, by: CalledBy): Promise<Place[]> => {
    asked.current += 1;
    const round = asked.current;
    const reply = await call('flights.places', { text: typed }, by);
    if (!reply.ok) return [];
    if (round === asked.current) setPlaces(reply.value.places);
    return reply.value.places;
  };

  // A code that came from outside (a command, a swap) shows its name as if it had been chosen here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new value from outside counts
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    typed.current = value;
    setText(value);
    setKnown(null);
    if (!value) return;
    let current = true;
    void ask(value, 'console').then((found) => {
      const place = found.find(({ code }) => code === value);
      if (current && place) setKnown(place);
    });
    return () => {
      current = false;
    };
  }, [value]);

  const tell = (place: Place | null): void => {
    told.current = place?.code ?? '';
    onChange(told.current, place);
  };
  const take = (place: Place): void => {
    setKnown(place);
    setText(place.code);
    typed.current = place.code;
    tell(place);
  };

  const type = (next: string): void => {
    const upper = next.toUpperCase();
    typed.current = next;
    setText(next.length <= 3 ? upper : next);
    if (upper === known?.code) return;
    setKnown(null);
    if (next.trim() === '') {
      asked.current += 1;
      setPlaces([]);
      if (value) tell(null);
      return;
    }
    void ask(next, 'person').then((found) => {
      const exact = found.find(({ code }) => code === upper);
      if (!exact || typed.current !== next) return;
      setKnown(exact);
      tell(exact);
    });
    if (upper.length !== 3 && value) tell(null);
  };

  // The field was left with a code or the beginning of a name: the first place of the list is taken.
  const takeMeant = (): void => {
    if (known || !text.trim()) return;
    const exact = places.find(({ code }) => code === text.toUpperCase()) ?? (text.trim().length > 3 ? places[0] : undefined);
    if (exact) take(exact);
  };

  const all = known ? otherReading(known, places) : undefined;
  return (
    <ComboBox
      className={`field place${className ? ` ${className}` : ''}`}
      inputValue={text}
      onInputChange={type}
      items={places.map((place) => ({ ...place, id: place.code }))}
      onChange={(key) => {
        const place = places.find(({ code }) => code === key);
        if (place) take(place);
      }}
      value={known?.code ?? null}
      allowsCustomValue
      allowsEmptyCollection={false}
      defaultFilter={() => true}
      onBlur={takeMeant}
      isInvalid={Boolean(wrong)}
      isRequired={isRequired ?? false}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <div className="input" ref={frame}>
        <Input
          className={known && known.code.length > 3 ? 'code long' : 'code'}
          spellCheck="false"
          autoComplete="off"
          {...(placeholder ? { placeholder } : {})}
          onFocus={(event) => event.currentTarget.select()}
        />
        <span className="place-name t2" aria-hidden="true">
          {known ? <span className="cut">{fieldText(known)}</span> : null}
          {all ? <span className="t3">(all: {all})</span> : null}
        </span>
      </div>
      {wrong ? <span className="wrong">{wrong}</span> : null}
      <Popover className="pop" offset={4} triggerRef={frame}>
        <ListBox className="options">
          {(place: Place & { id: string }) => (
            <ListBoxItem id={place.id} textValue={place.code} className="option">
              <b className="code acc">{place.code}</b>
              <span>{listText(place)}</span>
              <span className="t3 s12 push">{place.kind === 'city' ? place.airports.join(' ') : `${place.name}, ${place.country}`}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
