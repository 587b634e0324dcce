import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useWrongField } from '../../../renderer/frame/use-wrong-field.ts';

/** A form of two fields; those that are empty are marked once it was sent. `moves`: the form itself moves the focus when it is sent. */
function Form({ moves = false }: { moves?: boolean }) {
  useWrongField(true);
  const [typed, setTyped] = useState({ code: '', reason: '' });
  const [tried, setTried] = useState(false);
  const field = (name: keyof typeof typed) => (
    <input
      aria-label={name}
      value={typed[name]}
      aria-invalid={tried && typed[name] === ''}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (moves) screen.getByRole('button').focus();
      }}
    >
      {field('code')}
      {field('reason')}
      <button type="submit">Send</button>
    </form>
  );
}

const field = (name: string) => screen.getByRole('textbox', { name });
/** Two frames: what a frame after the sending does is done. */
const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

afterEach(cleanup);

test('Enter in a form whose first field is wrong leads there (it stood out of sight, and Enter seemed to do nothing)', async () => {
  render(<Form />);
  await userEvent.type(field('reason'), 'a slot{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(field('code')));
  await userEvent.type(field('code'), 'QQX{Enter}');
  await frames();
  expect(document.activeElement).toBe(field('code'));
});

test('who is in a field that is wrong stays in it', async () => {
  render(<Form />);
  await userEvent.type(field('reason'), '{Enter}');
  await frames();
  expect(document.activeElement).toBe(field('reason'));
});

test('a focus that the form itself has moved is left where it is', async () => {
  render(<Form moves />);
  await userEvent.type(field('reason'), 'a slot{Enter}');
  await frames();
  expect(document.activeElement).toBe(screen.getByRole('button'));
});
