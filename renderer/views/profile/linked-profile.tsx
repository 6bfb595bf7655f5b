/** The name of the profile whose token another one hands out, with the way to it. */
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { useProfileNamed } from '../../state/use-store.ts';

/** Words alone where there is no such profile any more. */
export function LinkedProfile({ name }: { readonly name: string }) {
  const { navigation } = useApp();
  const source = useProfileNamed(name);
  if (source === undefined) return name;
  return (
    <span className="facts-link">
      <Button kind="quiet" size="small" onClick={() => navigation.go({ view: 'profile', id: source.id })}>
        {name}
      </Button>
    </span>
  );
}
