/**
 * Says of each system of the airline what it may, instead of giving it the role of a person: what it may call, whether it reads the journal, and how many calls
 * it may make in a second. Systems that were paired before keep what they could do. Of a console all three are empty.
 */
export const systemRights = `
ALTER TABLE desks ADD COLUMN calls TEXT;
ALTER TABLE desks ADD COLUMN feeds INTEGER;
ALTER TABLE desks ADD COLUMN calls_per_second INTEGER;
UPDATE desks
  SET calls = CASE role WHEN 'supervisor' THEN 'supervises' WHEN 'agent' THEN 'sells' ELSE 'nothing' END, feeds = 1, calls_per_second = 200
  WHERE kind = 'system';
ALTER TABLE desks DROP COLUMN role;
`;
