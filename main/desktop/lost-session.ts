/** What is said, while the application ends, of a session that could not be stored. */
interface Words {
  readonly what: string;
  readonly next: string;
}

export function lostSession({ what, next }: Words): { readonly title: string; readonly body: string } {
  return { title: 'A session is lost', body: `${what} ${next}` };
}
