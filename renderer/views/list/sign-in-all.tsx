/** Where several profiles wait for a sign-in: takes them one after another, and can be stopped. */
import type { ProfileView } from '../../../preload/views.ts';
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
  const others = useWindowState(countOthers);
  if (!isSigningInToAll && due < 2) return null;
  return (
    <div className="sign-in-all">
      <p role="status">{isSigningInToAll ? words(current, others) : ''}</p>
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

function words(current: string | null, others: number): string {
  const who = current === null ? 'Signing in' : `Signing in to ${current}`;
  return others > 0 ? `${who}, ${others} more due` : who;
}

/** A linked profile needs what its source needs, and has no sign-in of its own. */
function isDue({ activity, auth }: ProfileView): boolean {
  return activity === 'sign-in-needed' && auth !== 'linked';
}

function countDue({ profiles }: WindowState): number {
  return [...profiles.values()].filter(isDue).length;
}

/** Besides the one that somebody is being signed in to. */
function countOthers({ profiles }: WindowState): number {
  return [...profiles.values()].filter((profile) => isDue(profile) && !isUnderWay(profile.signIn)).length;
}

function nameOfCurrent({ profiles }: WindowState): string | null {
  return [...profiles.values()].find(({ signIn }) => isUnderWay(signIn))?.name ?? null;
}
