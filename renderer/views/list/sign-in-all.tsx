/** Where several profiles wait for a sign-in: takes them one after another, and can be stopped. */
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { useHeader, useWindowState } from '../../state/use-store.ts';
import type { WindowState } from '../../state/window-state.ts';
import { isUnderWay } from '../../words/sign-in-words.ts';

export function SignInAll() {
  const { signIn } = useApp();
  const { isSigningInToAll } = useHeader();
  const due = useWindowState(countDue);
  const current = useWindowState(nameOfCurrent);
  if (!isSigningInToAll && due < 2) return null;
  return (
    <div className="sign-in-all">
      <p role="status">{isSigningInToAll ? words(current, due) : ''}</p>
      <Button
        size="small"
        icon={isSigningInToAll ? 'close' : 'person'}
        onClick={() => void (isSigningInToAll ? signIn.stopAll() : signIn.openAll())}
      >
        {isSigningInToAll ? 'Stop' : `Sign in to all ${due} due`}
      </Button>
    </div>
  );
}

function words(current: string | null, due: number): string {
  const who = current === null ? 'Signing in' : `Signing in to ${current}`;
  return due > 1 ? `${who}, ${due} still due` : who;
}

/** A linked profile needs what its source needs, and has no sign-in of its own. */
function countDue({ profiles }: WindowState): number {
  return [...profiles.values()].filter(({ activity, auth }) => activity === 'sign-in-needed' && auth !== 'linked')
    .length;
}

function nameOfCurrent({ profiles }: WindowState): string | null {
  return [...profiles.values()].find(({ signIn }) => isUnderWay(signIn))?.name ?? null;
}
