/** Takes in one click what was probably meant. */
import { Button } from '../../components/button.tsx';
import { takeSuggestionAction } from '../../words/form-words.ts';

export function FixButton({ value, onUse }: { readonly value: string; readonly onUse: () => void }) {
  return (
    <div className="fix">
      <Button size="small" icon="check" onClick={onUse}>
        <span className="fix-text">
          {takeSuggestionAction} <code>{value}</code>
        </span>
      </Button>
    </div>
  );
}
