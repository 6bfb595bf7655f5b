/** Four steps that fill with the length of a passphrase, and what they mean in words. */
import './passphrase-meter.css';
import { passphraseHint } from '../words/passphrase-hint.ts';

export function PassphraseMeter({ passphrase }: { readonly passphrase: string }) {
  const { level, text } = passphraseHint(passphrase);
  return (
    <div className="meter" data-level={level}>
      <div className="meter-steps" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className="meter-step" data-filled={step <= level || undefined} />
        ))}
      </div>
      <p className="field-help" role="status">
        {text}
      </p>
    </div>
  );
}
