/** The token itself, readable only while its button is held. It never becomes part of React's state. */
import './reveal.css';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../state/app-context.ts';
import { revealWords } from '../../words/profile-words.ts';
import { createHold } from './hold.ts';
import type { Hold } from './hold.ts';

export function Reveal({ id, name }: { readonly id: string; readonly name: string }) {
  const { api, toasts } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const hold = useRef<Hold | null>(null);

  useEffect(() => {
    const element = place.current;
    const current = createHold({
      fetchToken: () => api.call('profiles.reveal', { id }),
      show: (token) => void (element !== null && (element.textContent = token)),
      hide: () => element?.replaceChildren(),
      fail: ({ what, next }) => toasts.show({ kind: 'failed', text: what, detail: next }),
    });
    hold.current = current;
    const end = () => current.end();
    window.addEventListener('blur', end);
    document.addEventListener('visibilitychange', end);
    return () => {
      window.removeEventListener('blur', end);
      document.removeEventListener('visibilitychange', end);
      end();
    };
  }, [api, toasts, id]);

  const begin = () => hold.current?.begin();
  const end = () => hold.current?.end();

  function pointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    begin();
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (!event.repeat) begin();
  }

  return (
    <div className="reveal">
      <div className="reveal-head">
        <span className="reveal-dots" aria-hidden="true">
          {'•'.repeat(24)}
        </span>
        <Button
          icon="eye"
          kind="quiet"
          onPointerDown={pointerDown}
          onPointerUp={end}
          onPointerCancel={end}
          onLostPointerCapture={end}
          onKeyDown={keyDown}
          onKeyUp={end}
          onBlur={end}
          onContextMenu={end}
        >
          {revealWords.hold}
        </Button>
      </div>
      <div ref={place} className="reveal-place" role="group" aria-label={revealWords.token(name)} />
    </div>
  );
}
