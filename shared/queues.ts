/** What waits for somebody, in the order in which it is drawn. */
export const QUEUES = ['scheduleChange', 'timeLimit', 'refundDue', 'failedPayment', 'waitlist', 'failedMessage'] as const;
export type QueueName = (typeof QUEUES)[number];

/** As screens and the command line call them. */
export const QUEUE_WORDS: Readonly<Record<QueueName, string>> = {
  scheduleChange: 'Schedule change',
  timeLimit: 'Ticketing time limit',
  refundDue: 'Refund due',
  failedPayment: 'Failed payment',
  waitlist: 'Waitlist, to be told',
  failedMessage: 'Failed messages',
};

/** What a desk does with an item of a queue. freed: let go, undone. passed: meant for another desk. */
export const QUEUE_STEPS = ['opened', 'freed', 'done', 'later', 'passed'] as const;
