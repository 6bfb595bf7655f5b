/** What a newcomer sees: what this is for, and the two ways to begin. */
import './first-screen.css';
import { BrandMark } from '../../components/brand-mark.tsx';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { useHeader } from '../../state/use-store.ts';

export function FirstScreen() {
  const { actions, navigation } = useApp();
  const { isDemo } = useHeader();
  return (
    <main className="first">
      <BrandMark size={72} />
      <h1 className="first-title">Fresh tokens for every tenant, one click away</h1>
      <p className="first-text">
        Add a tenant once. Tokentray keeps its access token fresh, shows how long it lives, and hands it over when you
        need it.
      </p>
      <div className="first-actions">
        <Button kind="primary" size="large" icon="add" onClick={() => navigation.go({ view: 'add' })}>
          Add a tenant
        </Button>
        {isDemo ? null : (
          <Button size="large" icon="flask" onClick={() => void actions.startDemo()}>
            Try it with a demo tenant
          </Button>
        )}
      </div>
      <div className="first-foot">
        <Button kind="quiet" size="small" icon="settings" onClick={() => navigation.go({ view: 'settings' })}>
          Settings
        </Button>
      </div>
    </main>
  );
}
