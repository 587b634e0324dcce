import type { ActionOf } from './action.ts';

type Denied = ActionOf<'ask-volunteer' | 'answer-volunteer' | 'deny' | 'compensate' | 'letter'>;

/** What is done about a cabin that was sold above its seats: the method and what it is given. `bookingId`: of the step that it is about. */
export function deniedInput(action: Denied, bookingId: number): readonly [method: string, input: object] {
  switch (action.do) {
    case 'ask-volunteer': {
      const { flight: flightId, cabin, passenger, amount, way: wayId } = action;
      return ['oversale.ask', { flightId, cabin, bookingId, passenger, amount, wayId }];
    }
    case 'answer-volunteer':
      return ['oversale.answer', { volunteerId: action.volunteer, answer: action.answer }];
    case 'deny': {
      const { flight: flightId, cabin, passenger, way: wayId, voucher } = action;
      return ['oversale.deny', { flightId, cabin, bookingId, passenger, wayId, voucher, reason: 'nobody gave a seat up' }];
    }
    case 'compensate':
      return ['oversale.pay', { denialId: action.denial, kind: action.kind }];
    case 'letter':
      return ['oversale.printed', { kind: action.kind, id: action.about }];
  }
}
