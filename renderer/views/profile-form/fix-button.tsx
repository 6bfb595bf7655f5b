/** Takes in one click what was probably meant. */
import { Button } from '../../components/button.tsx';

export function FixButton({ value, onUse }: { readonly value: string; readonly onUse: () => void }) {
  return (
    <div className="fix">
      <Button size="small" icon="check" onClick={onUse}>
        <span className="fix-text">
          Use <code>{value}</code>
        </span>
      </Button>
    </div>
  );
}
