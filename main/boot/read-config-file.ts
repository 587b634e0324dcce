import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { CONFIG_NAMES, CONFIG_ROWS, type ConfigRow, isConfigName } from './config-rows.ts';
import { type GivenSetting, type GivenSettings, misfits } from './given-settings.ts';
import { nearestSetting } from './nearest-setting.ts';

const NOTHING: GivenSettings = { given: [], faults: [] };

/**
 * Reads a file of NAME=value lines. systemd (EnvironmentFile), container runtimes (--env-file) and Node's parseEnv read such a file too, but they
 * do not agree about quotes, blanks and comments behind a value. So a line that they could read differently is a fault.
 */
export function readConfigFile(file: string, { mustBeThere }: { mustBeThere: boolean }): GivenSettings {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' && !mustBeThere) return NOTHING;
    return { given: [], faults: [code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code ?? 'unknown'}).`] };
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const read = lines.map((line, index) => readLine(line.trimStart(), `Line ${index + 1} of ${file}`));
  const given = read.flatMap((one) => one.given);
  const twice = given.flatMap((one, index) =>
    given.findIndex(({ name }) => name === one.name) < index ? [`${one.said} stands there twice: take one of them out.`] : [],
  );
  const from = dirname(resolve(file));
  return {
    given: given.map((one) => ((CONFIG_ROWS[one.name] as ConfigRow).path ? { ...one, value: resolve(from, one.value) } : one)),
    faults: [...read.flatMap((one) => one.faults), ...misfits(given), ...twice],
  };
}

function readLine(line: string, where: string): GivenSettings {
  if (line.trim() === '' || line.startsWith('#')) return NOTHING;
  const fault = (sentence: string): GivenSettings => ({ given: [], faults: [`${where}: ${sentence}`] });
  const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
  if (name === undefined || value === undefined) return fault('this is not NAME=value, and no comment that begins with #.');
  if (!isConfigName(name)) return fault(`there is no setting ${name}.${nearestSetting(name, CONFIG_NAMES)}`);
  if (name === 'AISLE_CONFIG') return fault('AISLE_CONFIG names this file, and cannot stand in it.');
  if (parseEnv(line)[name] !== value)
    return fault(`write the value of ${name} bare: no quotes, no blanks around it, no comment behind it.`);
  if (value === '') return NOTHING;
  const setting: GivenSetting = { name, value, said: `${where}: ${name}` };
  return { given: [setting], faults: [] };
}
