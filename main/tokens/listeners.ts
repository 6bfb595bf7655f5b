/** Those who want to be told of something. */
export class Listeners<Arguments extends readonly unknown[]> {
  private readonly all = new Set<(...args: Arguments) => void>();

  /** Returns the unsubscribe function. */
  add(listener: (...args: Arguments) => void): () => void {
    this.all.add(listener);
    return () => this.all.delete(listener);
  }

  tell(...args: Arguments): void {
    for (const listener of this.all) listener(...args);
  }
}
