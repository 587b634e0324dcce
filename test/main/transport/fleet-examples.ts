const requestId = 'request-0001';

const FLEET_DRAFT = {
  ...{ name: 'A319 of United', carrier: 'UA', equipment: '319', configuration: 'Y6', deck: 'main' as const },
  rows: [{ row: 1, cabin: 'Y' as const, layout: 'ABC DEF', exit: true, seats: { A: ['L'] } }],
  fixtures: [{ kind: 'galley' as const, before: 0, block: 0 }],
  wing: { from: 1, to: 1 },
};

const AIRPORT = {
  ...{ name: 'New Bridge Airport', city: 'New Bridge', cityCode: 'XNB', country: 'US' },
  ...{ north: 415_000, east: -742_500, zone: 'America/New_York', closed: false },
};

/** A part of the examples in examples.ts: seat maps, aircraft and airports of the airline. */
export const FLEET_EXAMPLES = {
  'fleet.list': [{}],
  'fleet.map': [{ id: 'a319' }],
  'fleet.read': [{ content: 'row,cabin,layout\n1,Y,ABC DEF\n' }],
  'fleet.save': [{ requestId, draft: FLEET_DRAFT, basedOn: 0, reason: 'drawn after the retrofit' }],
  'fleet.preview': [
    { map: { id: 'own-0123' }, from: '2026-12-01', until: '2027-03-27', onlyUnsold: true },
    { map: { draft: FLEET_DRAFT }, from: '2026-12-01' },
  ],
  'fleet.takeOver': [
    {
      ...{ requestId, id: 'own-0123', from: '2026-12-01', until: '2027-03-27', onlyUnsold: true },
      ...{ seen: '1-0123456789abcdef0123456789abcdef', reason: 'after the retrofit' },
    },
  ],
  'airports.list': [{}],
  'airports.read': [{ code: 'KTI' }],
  'airports.preview': [{ code: 'XNB', from: '2026-12-01', ...AIRPORT }],
  'airports.set': [
    { requestId, code: 'XNB', from: '2026-12-01', ...AIRPORT, basedOn: 0, reason: 'opens with the winter schedule' },
    { requestId, code: 'XNB', from: '2027-12-01', ...AIRPORT, closed: true, basedOn: 1, reason: 'closes again' },
  ],
  'aircraft.list': [{}],
  'aircraft.set': [
    { requestId, tail: 'N123AA', equipment: '320', seatMap: 'a320', weightLimit: 17_000, retired: false, reason: 'new in the fleet' },
    { requestId, tail: 'D-ABCD', equipment: '320', seatMap: null, weightLimit: null, retired: true, reason: 'sold' },
  ],
  'aircraft.assign': [
    { requestId, flightId: 1, tail: 'N123AA', gate: 'B4', ownLimit: 1_700, reason: 'hot runway' },
    { requestId, flightId: 1, tail: null, gate: '', ownLimit: null, reason: 'aircraft broken' },
  ],
} as const;
