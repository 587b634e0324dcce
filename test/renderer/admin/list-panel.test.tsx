import { render } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ListPanel } from '../../../renderer/admin/list-panel.tsx';

vi.mock('../../../renderer/parts/use-narrow.ts', () => ({ useNarrow: () => true }));

const panel = (counted: string | null, ...tails: string[]) => (
  <div>
    <ListPanel
      {...{
        id: 'list',
        title: 'Aircraft',
        adds: 'Add aircraft',
        counted,
        refusal: null,
        empty: <p>None</p>,
        heads: <th scope="col">Registration</th>,
      }}
      rows={tails.map((tail) => (
        <tr key={tail}>
          <td>{tail}</td>
        </tr>
      ))}
    />
    <form aria-label="Add aircraft">
      <input aria-label="Registration" />
    </form>
  </div>
);

test('a form in which somebody types stays in sight when the list above it is read only then, or grows (it was pushed out of sight)', () => {
  const shown = render(panel(null));
  const form = shown.getByRole('form');
  const scrolled = vi.fn();
  form.scrollIntoView = scrolled;
  shown.rerender(panel('1 aircraft', 'N100AA'));
  expect(scrolled).not.toHaveBeenCalled();
  shown.getByLabelText('Registration').focus();
  shown.rerender(panel('2 aircraft', 'N100AA', 'N101AA'));
  expect(scrolled).toHaveBeenCalledTimes(1);
  shown.rerender(panel('2 aircraft', 'N100AA', 'N101AA'));
  expect(scrolled).toHaveBeenCalledTimes(1);
});
