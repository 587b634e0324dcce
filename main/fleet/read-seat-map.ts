import type { Output } from '../../shared/contract.ts';
import { draftFaults } from '../../shared/draft-faults.ts';
import { isCsvMap, readCsvMap } from './read-csv-map.ts';
import { readJsonMap } from './read-json-map.ts';

/** Reads a seat map from JSON or CSV, and names every fault with its line. */
export function readSeatMap(content: string): Output<'fleet.read'> {
  const plain = content.replace(/^\uFEFF/, '');
  const form = plain.trimStart().startsWith('{') ? 'json' : 'csv';
  if (form === 'csv' && !isCsvMap(plain))
    return {
      form,
      draft: null,
      faults: [{ line: 1, row: null, problem: 'this is neither JSON nor a CSV with the columns row, cabin and layout' }],
    };
  const { draft, faults, lineOfRow } = form === 'json' ? readJsonMap(plain) : readCsvMap(plain);
  if (!draft) return { form, draft, faults };
  const drawn = draftFaults(draft, draft.configuration).map(({ row, problem }) => {
    const place = draft.rows.findLastIndex((one) => one.row === row);
    return { line: place < 0 ? null : (lineOfRow?.(place) ?? null), row, problem };
  });
  return { form, draft, faults: [...faults, ...drawn] };
}
