// A virtualised list is drawn in boxes, because rows of a table cannot be placed freely. So ARIA roles say what table elements would say. Only
// the grid takes the focus. It refers to the chosen row by its id.

interface GridFacts {
  readonly label: string;
  /** Rows without the head. */
  readonly rows: number;
  readonly columns: number;
  readonly busy: boolean;
  /** Id of the row that the arrows move; it must be in the page. */
  readonly active: string | undefined;
}

export const asGrid = ({ label, rows, columns, busy, active }: GridFacts) =>
  ({
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': rows + 1,
    'aria-colcount': columns,
    'aria-busy': busy,
    'aria-activedescendant': active,
  }) as const;

export const asRow = (index: number, selected?: boolean) =>
  ({ role: 'row', 'aria-rowindex': index, ...(selected === undefined ? {} : { 'aria-selected': selected }) }) as const;

export const asHead = (column: number) => ({ role: 'columnheader', 'aria-colindex': column }) as const;

export const asCell = (column: number) => ({ role: 'gridcell', 'aria-colindex': column }) as const;
