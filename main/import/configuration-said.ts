import { configurationOf } from '../../shared/configuration.ts';
import { readConfiguration } from '../../shared/read-configuration.ts';

/** What a file calls an aircraft, in the form by which the airline's own maps are kept; undefined where it counts no seats. */
export function configurationSaid(text: string): string | undefined {
  const counts = readConfiguration(text);
  return counts && configurationOf(counts);
}
