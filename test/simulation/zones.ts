/** Where the clocks of each airport are. */
export const ZONES: Readonly<Record<string, string>> = {
  JFK: 'America/New_York',
  LGA: 'America/New_York',
  BOS: 'America/New_York',
  ORD: 'America/Chicago',
  DEN: 'America/Denver',
  LAX: 'America/Los_Angeles',
  LHR: 'Europe/London',
  AMS: 'Europe/Amsterdam',
};
