import { z } from 'zod';
import { issueProblem } from '../../shared/issue-problem.ts';
import { fleetDraft } from '../../shared/methods/fleet.ts';
import { jsonLines } from './json-lines.ts';
import type { MapRead } from './map-read.ts';

const shape = fleetDraft.shape;
/** The product's form: of a map that ships with Aisle, and of one that was drawn. What it does not say is null. `id` and `source` are left out. */
const mapFile = z.strictObject({
  id: z.string().optional(),
  source: z.string().optional(),
  name: shape.name.nullable().default(null),
  carrier: shape.carrier.default(null),
  equipment: z
    .union([shape.equipment, z.array(shape.equipment).min(1)])
    .nullable()
    .default(null)
    // A map that serves several aircraft does not say which of them is meant.
    .transform((codes) => (Array.isArray(codes) ? (codes.length === 1 ? (codes[0] ?? null) : null) : codes)),
  configuration: shape.configuration.nullable().default(null),
  deck: shape.deck.default('main'),
  rows: shape.rows,
  fixtures: shape.fixtures.default([]),
  wing: shape.wing,
});

/** Reads a map from JSON in the product's form. */
export function readJsonMap(text: string): MapRead {
  const { lines, wrong } = jsonLines(text);
  const json = parsed(text);
  if (json === undefined) return { draft: null, faults: [{ line: wrong ?? 1, row: null, problem: 'from here on this is no JSON' }] };
  const lineAt = (path: readonly PropertyKey[]): number | null => {
    for (let deep = path.length; deep >= 0; deep--) {
      const line = lines.get(path.slice(0, deep).map(String).join('.'));
      if (line !== undefined) return line;
    }
    return null;
  };
  const read = mapFile.safeParse(json);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => {
      const { path } = issue;
      const problem =
        issue.code === 'unrecognized_keys'
          ? `${issue.keys.map((key) => JSON.stringify(key)).join(', ')} does not belong here`
          : issueProblem(issue, json);
      return { line: lineAt(path), row: null, problem: path.length === 0 ? problem : `${path.map(String).join('.')}: ${problem}` };
    });
    return { draft: null, faults };
  }
  const { id: _, source: __, ...draft } = read.data;
  return { draft, faults: [], lineOfRow: (place) => lineAt(['rows', place]) };
}

/** Undefined when the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
