/** Where several profiles wait for a sign-in: takes them one after another, and can be stopped. */
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { useHeader, useWindowState } from '../../state/use-store.ts';
import type { WindowState } from '../../state/window-state.ts';
import { signInAllWords } from '../../words/list-words.ts';
import { isDueSignIn, isUnderWay } from '../../words/sign-in-words.ts';

export function SignInAll() {
  const { signIn } = useApp();
  const { isSigningInToAll } = useHeader();
  const due = useWindowState(countDue);
  const current = useWindowState(nameOfCurrent);
  const others = useWindowState(countOthers);
  if (!isSigningInToAll && due < 2) return null;
  return (
    <div className="sign-in-all">
      <p role="status">{isSigningInToAll ? signInAllWords.underWay(current, others) : ''}</p>
      <Button
        size="small"
        icon={isSigningInToAll ? 'close' : 'person'}
        onClick={() => void (isSigningInToAll ? signIn.stopAll() : signIn.openAll())}
      >
        {isSigningInToAll ? signInAllWords.stop : signInAllWords.start(due)}
      </Button>
    </div>
  );
}

function countDue({ profiles }: WindowState): number {
  return [...profiles.values()].filter(isDueSignIn).length;
}

/** Besides the one that somebody is being signed in to. */
function countOthers({ profiles }: WindowState): number {
  return [...profiles.values()].filter((profile) => isDueSignIn(profile) && !isUnderWay(profile.signIn)).length;
}

function nameOfCurrent({ profiles }: WindowState): string | null {
  return [...profiles.values()].find(({ signIn }) => isUnderWay(signIn))?.name ?? null;
}
