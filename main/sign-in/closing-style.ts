/** How the closing page looks, in light and in dark. Its hash is part of the page's content security policy. */

export const closingStyle = `
:root { --canvas: #f4f5f8; --surface: #fff; --line: #e1e4ea; --text: #15181e; --muted: #565d6b;
  --good: #12703f; --good-soft: #e3f5ea; --bad: #b32020; --bad-soft: #fdeaea;
  --warning: #845200; --warning-soft: #fdf1da; --still: #4f5664; --still-soft: #eceef2; --brand: #3a52d4; }
@media (prefers-color-scheme: dark) { :root { --canvas: #14161a; --surface: #1b1e23; --line: #2f343c; --text: #eef0f4;
  --muted: #a4abb8; --good: #5fd399; --good-soft: #16311f; --bad: #ff9a94; --bad-soft: #3d1d1d;
  --warning: #f3bf58; --warning-soft: #362910; --still: #b3bac6; --still-soft: #2a2e35; --brand: #4c64e6; } }
* { box-sizing: border-box; margin: 0; }
body { min-height: 100vh; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 1.5rem;
  padding: 1.5rem; background: var(--canvas); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Cantarell, 'Liberation Sans', sans-serif; }
main { width: 100%; max-width: 30rem; padding: 2.5rem 2rem; text-align: center; background: var(--surface);
  border: 1px solid var(--line); border-radius: 1rem; box-shadow: 0 10px 30px rgb(20 24 33 / 10%); }
main svg { width: 3.5rem; height: 3.5rem; margin-bottom: 1.25rem; }
main path { fill: none; stroke-width: 3.5; stroke-linecap: round; stroke-linejoin: round; }
.good circle { fill: var(--good-soft); } .good path { stroke: var(--good); }
.bad circle { fill: var(--bad-soft); } .bad path { stroke: var(--bad); }
.warning circle { fill: var(--warning-soft); } .warning path { stroke: var(--warning); }
.still circle { fill: var(--still-soft); } .still path { stroke: var(--still); }
h1 { font-size: 1.375rem; font-weight: 600; line-height: 1.3; overflow-wrap: anywhere; text-wrap: balance; }
p { margin-top: 0.75rem; color: var(--muted); overflow-wrap: anywhere; text-wrap: pretty; }
footer { display: flex; align-items: center; gap: 0.5rem; color: var(--muted); font-size: 0.875rem; }
footer svg { width: 1.125rem; height: 1.125rem; }
footer rect { fill: var(--brand); } footer path { fill: #fff; fill-rule: evenodd; }
`;
