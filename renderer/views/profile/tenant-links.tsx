/** Pages of the profile's tenant, one click away: where its credentials are made, and where a session ends. */
import './tenant-links.css';
import type { ProfileDetail } from '../../../preload/views.ts';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { linksLabel } from '../../words/profile-words.ts';

export function TenantLinks({ id, links }: { readonly id: string; readonly links: ProfileDetail['links'] }) {
  const { actions } = useApp();
  if (links.length === 0) return null;
  return (
    <nav className="tenant-links" aria-label={linksLabel}>
      {links.map((link) => (
        <Button key={link.id} kind="quiet" size="small" icon="link" onClick={() => void actions.openLink(id, link.id)}>
          {link.label}
        </Button>
      ))}
    </nav>
  );
}
