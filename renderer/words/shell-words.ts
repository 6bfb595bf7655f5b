/** What the window says around its pages: while it opens, above the list, and on the way back. */

export const shellWords = {
  name: 'Tokentray',
  loading: 'Opening your profiles',
  failed: 'Tokentray could not open your profiles.',
  tryAgain: 'Try again',
  offline: 'You are offline. Valid tokens can be copied; renewal goes on with the network.',
  allProfiles: 'All profiles',
} as const;
