/** How many slips of the finger part two words. */

/**
 * Whether `typed` becomes the beginning of `word` by at most `most` slips: a letter too many, too few, wrong, or swapped with
 * its neighbour (Damerau and Levenshtein, in the form without repeated swaps).
 */
export function isNearPrefix(typed: string, word: string, most: number): boolean {
  const width = Math.min(word.length, typed.length + most);
  if (width < typed.length - most) return false;
  let before: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const current: number[] = [];
    current[0] = row;
    let least = Infinity;
    // Further from the diagonal there are more slips than are forgiven.
    const last = Math.min(width, row + most);
    for (let column = Math.max(1, row - most); column <= last; column++) {
      const isSame = typed[row - 1] === word[column - 1];
      let slips = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + (isSame ? 0 : 1),
      );
      const isSwapped = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
      if (row > 1 && column > 1 && isSwapped) slips = Math.min(slips, at(before, column - 2) + 1);
      current[column] = slips;
      least = Math.min(least, slips);
    }
    if (Math.min(least, row) > most) return false;
    before = above;
    above = current;
  }
  return above.some((slips) => slips <= most);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
