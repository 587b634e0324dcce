/** What waits for somebody, in the order in which it is drawn. */
export const QUEUES = ['scheduleChange', 'timeLimit', 'refundDue', 'failedPayment', 'waitlist', 'failedMessage'] as const;
export type QueueName = (typeof QUEUES)[number];

/** What a desk does with an item of a queue. freed: let go, undone. passed: meant for another desk. */
export const QUEUE_STEPS = ['opened', 'freed', 'done', 'later', 'passed'] as const;
