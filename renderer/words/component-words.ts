/** What the window's components say of themselves, wherever they stand. */

export const componentWords = {
  back: 'Back',
  messages: 'Messages',
  dismiss: 'Dismiss',
  comparedFact: 'What',
  expected: 'Expected',
  user: 'User',
  organization: 'Organization',
  notSaid: 'not said',
} as const;
