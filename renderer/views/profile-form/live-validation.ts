/** Asks main what is wrong with the draft, a moment after it has changed. Only the answer to the last question counts. */
import type { CallInput, CallOutputs } from '../../../preload/contract.ts';
import type { Api } from '../../api.ts';
import type { Clock, Timer } from '../../clock.ts';

/** Pause in typing after which main is asked, ms. */
const pauseMs = 300;

export interface LiveValidation {
  /** The draft has changed: what was asked before is forgotten. */
  later(): void;
  /** Nothing that was asked before is of interest any more. */
  forget(): void;
}

export function createLiveValidation(parts: {
  readonly api: Api;
  readonly clock: Clock;
  /** Read when the pause is over. */
  readonly question: () => CallInput<'profiles.validate'>;
  readonly answered: (answer: CallOutputs['profiles.validate']) => void;
}): LiveValidation {
  const { api, clock, question, answered } = parts;
  let last = 0;
  let pause: Timer | undefined;

  function forget(): number {
    pause?.cancel();
    return ++last;
  }

  async function ask(number: number): Promise<void> {
    const result = await api.call('profiles.validate', question());
    // A failure says nothing about the draft; a test or save will meet it and say so.
    if (number === last && result.ok) answered(result.value);
  }

  return {
    forget,
    later() {
      const number = forget();
      pause = clock.setTimer(pauseMs, () => void ask(number));
    },
  };
}
