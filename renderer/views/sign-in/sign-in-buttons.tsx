/** What can be done about a sign-in now. Buttons that take each other's place are one, so that the focus stays. */
import type { ProfileView, SignInView } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import type { ButtonKind } from '../../components/button.tsx';
import type { IconName } from '../../components/icon-name.ts';
import { useApp } from '../../state/app-context.ts';
import type { SignInActions } from '../../state/sign-in-actions.ts';
import { signInLabels } from '../../words/sign-in-words.ts';

interface Offer {
  /** Those that take each other's place have the same. */
  readonly place: 'first' | 'second' | 'last';
  readonly label: string;
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly run: () => void;
}

export interface SignInButtonsProps {
  readonly profile: Pick<ProfileView, 'id' | 'auth' | 'token'>;
  /** Null: none is under way. */
  readonly signIn: SignInView | null;
}

export function SignInButtons({ profile, signIn }: SignInButtonsProps) {
  const { signIn: actions } = useApp();
  const offers = signIn === null ? beginnings(profile, actions) : answers(profile, signIn, actions);
  return (
    <div className="sign-in-actions">
      {offers.map(({ place, label, kind = 'secondary', icon, run }) => (
        <Button key={place} kind={kind} onClick={run} {...(icon === undefined ? {} : { icon })}>
          {label}
        </Button>
      ))}
    </div>
  );
}

function beginnings({ id, auth }: SignInButtonsProps['profile'], actions: SignInActions): readonly Offer[] {
  if (auth === 'device_code') {
    return [
      { place: 'first', label: signInLabels.getCode, kind: 'primary', icon: 'key', run: () => void actions.start(id) },
    ];
  }
  return [
    { place: 'first', label: signInLabels.signIn, kind: 'primary', icon: 'link', run: () => void actions.open(id) },
    { place: 'second', label: signInLabels.copyLink, icon: 'copy', run: () => void actions.copyLink(id) },
  ];
}

function answers(profile: SignInButtonsProps['profile'], signIn: SignInView, actions: SignInActions): readonly Offer[] {
  const { id } = profile;
  const cancel: Offer = {
    place: 'last',
    label: signInLabels.cancel,
    kind: 'quiet',
    run: () => void actions.cancel(id),
  };
  if (signIn.kind === 'failed') {
    const [again, ...others] = beginnings(profile, actions);
    return [
      ...(again === undefined ? [] : [{ ...again, label: signInLabels.tryAgain, icon: 'refresh' } as const]),
      ...others,
      { place: 'last', label: signInLabels.dismiss, kind: 'quiet', run: () => actions.dismiss(signIn.id) },
    ];
  }
  if (signIn.kind === 'other-user') {
    return [
      {
        place: 'first',
        label: profile.token === 'none' ? signInLabels.refuse : signInLabels.keepOldSession,
        run: () => void actions.cancel(id),
      },
      { place: 'second', label: signInLabels.useIt, kind: 'danger', run: () => void actions.accept(id) },
    ];
  }
  if (signIn.kind !== 'waiting-for-person') return [cancel];
  const open: Offer = { place: 'first', label: signInLabels.openPage, icon: 'link', run: () => void actions.open(id) };
  const copy: Offer =
    signIn.finish === 'device'
      ? { place: 'second', label: signInLabels.copyCode, icon: 'copy', run: () => void actions.copyCode(id) }
      : { place: 'second', label: signInLabels.copyLink, icon: 'copy', run: () => void actions.copyLink(id) };
  return [open, copy, cancel];
}
