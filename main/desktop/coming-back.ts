/** What closing the window means: the application stays in the tray, and where there is none, it says how to come back. */

export type AfterClosing =
  | { readonly kind: 'stay' }
  | { readonly kind: 'tell'; readonly title: string; readonly body: string }
  | { readonly kind: 'quit' };

/** A demo without a tray could not be reached again: starting it once more makes another one. */
export function afterClosing(situation: {
  readonly hasTray: boolean;
  readonly isDemo: boolean;
  readonly isQuitting: boolean;
}): AfterClosing {
  if (situation.hasTray || situation.isQuitting) return { kind: 'stay' };
  if (situation.isDemo) return { kind: 'quit' };
  return {
    kind: 'tell',
    title: 'Tokentray keeps your tokens fresh',
    body: 'It goes on without its window. To come back, click here or start Tokentray again; Quit in the window ends it.',
  };
}
