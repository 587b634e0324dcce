import { expect, test } from 'vitest';
import { sampleSchedule } from '../../../renderer/admin/sample-schedule.ts';
import { readText } from '../../main/import/read-text.ts';

test.each(['2026-11-26', '2028-02-01', '2027-09-30'])(
  'the sample that a supervisor downloads on %s imports without a word',
  async (today) => {
    const { flights, problems, findings } = await readText(sampleSchedule(today));
    expect(problems).toEqual([]);
    expect(findings).toMatchObject({ legs: 4, refused: 0, attention: [] });
    expect(flights.length).toBeGreaterThan(200);
  },
);
