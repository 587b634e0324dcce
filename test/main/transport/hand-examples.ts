/** A part of the examples in examples.ts: changes of the schedule by hand. */
export const HAND_EXAMPLES = {
  'schedule.byHand': [
    {
      change: {
        ...{
          kind: 'schedule' as const,
          carrier: 'QX',
          number: 91,
          suffix: '',
          origin: 'JFK',
          destination: 'LAX',
          from: '2026-11-24',
          to: '2026-11-30',
        },
        ...{ days: '1357', departs: '10:00', arrives: { time: '13:30', day: null }, equipment: '738', configuration: 'J16Y144' },
        ...{ fare: 311_00, currency: 'USD' },
      },
      reason: 'a congress',
    },
    {
      change: { kind: 'retime', flightId: 1, departs: { time: '00:30', day: 1 }, arrives: { time: '03:40', day: 1 } },
      reason: 'the crew is late',
    },
    {
      change: { kind: 'retime', flightId: 1, departs: { time: '11:30', day: 0 }, arrives: { time: '14:50', day: 0 } },
      reason: 'a slot',
    },
    { change: { kind: 'cancel', flightId: 1, allLegs: true }, reason: 'no crew' },
    { change: { kind: 'flyAgain', flightId: 1 }, reason: 'a crew was found' },
    { change: { kind: 'aircraft', flightId: 1, equipment: '733', configuration: '' }, reason: 'the aircraft is broken' },
  ],
  'schedule.handChanges': [{ flightId: 1 }],
} as const;
