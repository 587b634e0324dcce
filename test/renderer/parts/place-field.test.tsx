import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { PlaceField } from '../../../renderer/parts/place-field.tsx';
import { accept } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { placesFor } from '../support/samples.ts';

describe('place field', () => {
  let hub: FakeBridge;
  let heard: string[];
  const user = userEvent.setup();
  const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'From' });

  function Page({ from }: { from: string }) {
    const [value, setValue] = useState(from);
    return (
      <>
        <PlaceField
          label="From"
          value={value}
          onChange={(code) => {
            heard.push(code);
            setValue(code);
          }}
        />
        <button type="button" onClick={() => setValue('LAX')}>
          to Los Angeles
        </button>
        <button type="button" onClick={() => setValue('')}>
          nowhere
        </button>
      </>
    );
  }

  beforeEach(() => {
    heard = [];
    hub = new FakeBridge().answers('flights.places', ({ text }) => accept(placesFor(text)));
    connect(hub, atOnce);
  });
  afterEach(cleanup);

  it('takes a typed code in any case, and says its name', async () => {
    render(<Page from="" />);
    await user.type(field(), 'jfk');
    expect(heard).toEqual(['JFK']);
    await user.tab();
    expect(field().value).toBe('JFK');
    expect(await screen.findByText('New York')).toBeTruthy();
  });

  it('a code that is an airport and a city had one reading: both are offered, and either can be chosen or typed', async () => {
    const houston = { city: 'Houston', country: 'US' };
    const places = [
      { code: 'HOU', kind: 'airport' as const, name: 'William P. Hobby Airport', airports: ['HOU'], ...houston },
      { code: 'HOU*', kind: 'city' as const, name: 'Houston, all airports', airports: ['HOU', 'IAH'], ...houston },
    ];
    hub.answers('flights.places', () => accept({ places }));
    render(<Page from="" />);
    await user.type(field(), 'hou');
    expect(heard).toEqual(['HOU']);
    await expect.poll(() => document.querySelector('.place .input')?.textContent).toBe('Houston(all: HOU*)');
    await user.keyboard('{ArrowDown}');
    expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual([
      'HOUHoustonWilliam P. Hobby Airport, US',
      'HOU*Houston, all airportsHOU IAH',
    ]);
    await user.type(field(), '*');
    expect(heard.at(-1)).toBe('HOU*');
    await user.tab();
    expect(field().value.toUpperCase()).toBe('HOU*');
    expect(await screen.findByText('Houston (all)')).toBeTruthy();
  });

  it('finds by name, and takes a choice with the arrow keys', async () => {
    render(<Page from="" />);
    await user.type(field(), 'new y');
    expect(await screen.findAllByRole('option')).toHaveLength(placesFor('new y').places.length);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    // NEW is the code of an airport in New Orleans, until more is typed.
    expect(heard).toEqual(['NEW', '', 'JFK']);
    expect(field().value).toBe('JFK');
  });

  it('takes the first match of a name when it is left', async () => {
    render(<Page from="" />);
    await user.type(field(), 'los an');
    await screen.findAllByRole('option');
    await user.tab();
    // LOS is the code of Lagos, until more is typed.
    expect(heard).toEqual(['LOS', '', 'LAX']);
  });

  it('gives up its value when another text is typed over it', async () => {
    render(<Page from="JFK" />);
    await screen.findByText('New York');
    await user.clear(field());
    expect(heard).toEqual(['']);
    await user.type(field(), 'zzz');
    await user.tab();
    expect(heard).toEqual(['']);
  });

  it('follows a value that comes from outside', async () => {
    render(<Page from="JFK" />);
    await user.click(screen.getByRole('button', { name: 'to Los Angeles' }));
    expect(field().value).toBe('LAX');
    expect(await screen.findByText('Los Angeles')).toBeTruthy();
    expect(heard).toEqual([]);
  });

  it('is emptied from outside, also before its name is known', async () => {
    hub.answers('flights.places', () => new Promise(() => {}));
    render(<Page from="JFK" />);
    expect(field().value).toBe('JFK');
    await user.click(screen.getByRole('button', { name: 'nowhere' }));
    expect(field().value).toBe('');
  });

  it('says once that a city means all its airports', async () => {
    render(<Page from="NYC" />);
    expect(await screen.findByText('New York (all)')).toBeTruthy();
  });
});
