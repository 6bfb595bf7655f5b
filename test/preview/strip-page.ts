/** The page around the strip's content: how it looks, and how a click reaches the host. */

export const stripAddress = 'https://preview-strip.invalid/';

/** @param binding name of the function that takes an action as JSON */
export const stripPage = (binding: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Tray (preview)</title>
<style>
  :root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
  body { margin: 0; padding: 0.75rem; display: grid; gap: 0.6rem; }
  nav, section { border: 1px solid color-mix(in srgb, currentcolor 18%, transparent); border-radius: 0.6rem; padding: 0.5rem; }
  .tray { display: flex; align-items: center; gap: 0.6rem; }
  .tip { flex: 1; }
  img { width: 24px; height: 24px; display: block; }
  @media (prefers-color-scheme: dark) { img.template { filter: invert(1); } }
  button, summary { font: inherit; color: inherit; cursor: pointer; border-radius: 0.4rem; }
  .icon, .small, .row, .text, summary { background: none; border: 0; padding: 0.3rem 0.5rem; text-align: start; }
  :is(.icon, .small, .row, .text, summary):hover { background: color-mix(in srgb, currentcolor 12%, transparent); }
  ul { list-style: none; margin: 0.4rem 0 0; padding: 0 0 0 0.5rem; }
  .row, li > button { width: 100%; }
  section { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; }
  section .text { flex: 1; display: grid; overflow-wrap: anywhere; }
  hr { border: 0; border-top: 1px solid color-mix(in srgb, currentcolor 18%, transparent); }
  small, footer { opacity: 0.7; display: block; }
  p { margin: 0; display: flex; gap: 0.4rem; width: 100%; }
</style>
<body>
<script>
  const send = (text) => text && globalThis[${JSON.stringify(binding)}](text);
  addEventListener('click', (event) => send(event.target.closest('[data-action]')?.dataset.action));
  addEventListener('contextmenu', (event) => {
    event.preventDefault();
    send(event.target.closest('[data-right]')?.dataset.right);
  });
</script>
`;
