/** Collects what the completion library prints: it knows no output but the console. */

/** Runs `print` and returns what it wrote with `console.log`, which it must do before it returns. */
export function printedBy(print: () => void): string {
  const lines: string[] = [];
  const { log } = console;
  console.log = (text: unknown) => void lines.push(String(text));
  try {
    print();
  } finally {
    console.log = log;
  }
  return lines.map((line) => `${line}\n`).join('');
}
