/** Trying a token on its API, in words. */

export const probeWords = {
  address: 'Address',
  optional: 'optional',
  help: 'Of the API of this profile. Without it a cheap request that only reads is made.',
  probe: 'Probe',
  checks: 'What was looked at',
  note: 'Note it in the profile',
} as const;

/** Before what was looked at, for whoever cannot see the mark. */
export const checkWords = { good: 'Right', bad: 'Wrong', unknown: 'To know' } as const;

export function exampleAddress(apiBase: string): string {
  return `e.g. ${apiBase}`;
}

export function credentialEndsOn(day: string): string {
  return `The credential ends on ${day}`;
}

export function notedWords(name: string, day: string): string {
  return `${name} notes ${day} as the last day`;
}
