/** Takes the address that the browser was sent to, where it cannot bring it here itself. */
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Failure } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icons.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useApp } from '../../state/app-context.ts';
import { signInLabels } from '../../words/sign-in-words.ts';

export interface PasteAddressProps {
  readonly profileId: string;
  readonly redirectUri: string | null;
  /** False: it is folded away, as the browser usually gets there by itself. */
  readonly isOnlyWay: boolean;
}

export function PasteAddress({ profileId, redirectUri, isOnlyWay }: PasteAddressProps) {
  if (isOnlyWay) return <AddressForm profileId={profileId} redirectUri={redirectUri} />;
  return (
    <details className="sign-in-paste">
      <summary>
        <Icon name="chevron" />
        {signInLabels.addressFold}
      </summary>
      <AddressForm profileId={profileId} redirectUri={redirectUri} />
    </details>
  );
}

function AddressForm({ profileId, redirectUri }: Omit<PasteAddressProps, 'isOnlyWay'>) {
  const { signIn } = useApp();
  const [address, setAddress] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  // What to do next is no new sign-in, as this one still waits: the field and its help say it.
  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (address.trim() === '' || isBusy) return;
    setBusy(true);
    const refused = await signIn.paste(profileId, address);
    setBusy(false);
    setFailure(refused);
    // It holds a code that is of no use any more.
    if (refused === null) setAddress('');
    else input.current?.focus();
  }

  function change(next: string): void {
    setAddress(next);
    setFailure(null);
  }

  return (
    <form className="sign-in-address" noValidate autoComplete="off" onSubmit={(event) => void send(event)}>
      <TextField
        label={signInLabels.address}
        help={signInLabels.addressHelp}
        error={failure?.what}
        value={address}
        onValueChange={change}
        inputRef={input}
        isCode
        {...(redirectUri === null ? {} : { placeholder: `${redirectUri}?code=…&state=…` })}
      />
      <Button type="submit" isBusy={isBusy} disabled={address.trim() === ''} focusableWhenDisabled>
        {signInLabels.goOn}
      </Button>
    </form>
  );
}
