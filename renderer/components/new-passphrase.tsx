/** Asks for a new passphrase, twice, with what can be said of it and what it means to forget it. */
import './new-passphrase.css';
import { Callout } from './callout.tsx';
import { PassphraseMeter } from './passphrase-meter.tsx';
import { TextField } from './text-field.tsx';

export interface NewPassphraseProps {
  readonly label: string;
  readonly passphrase: string;
  readonly onPassphraseChange: (text: string) => void;
  readonly again: string;
  readonly onAgainChange: (text: string) => void;
  /** What is wrong with the two; shown with the second. */
  readonly problem: string | undefined;
  readonly words: {
    readonly again: string;
    /** What it means to forget it. */
    readonly lostTitle: string;
    readonly lostText: string;
  };
}

export function NewPassphrase(props: NewPassphraseProps) {
  const { label, passphrase, onPassphraseChange, again, onAgainChange, problem, words } = props;
  return (
    <div className="new-passphrase">
      <TextField label={label} type="password" value={passphrase} onValueChange={onPassphraseChange} />
      <PassphraseMeter passphrase={passphrase} />
      <TextField label={words.again} type="password" value={again} onValueChange={onAgainChange} error={problem} />
      <Callout tone="still" title={words.lostTitle} text={words.lostText} />
    </div>
  );
}
