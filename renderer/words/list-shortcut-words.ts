/** What the keys do in the list, in words. */

export const walkRowsWords = 'Next and previous profile';
export const walkPageWords = 'A page up or down';
export const endsWords = 'First and last profile';
export const openRowWords = 'Open the profile';
export const copyRowWords = 'Copy its token';
export const selectRowWords = 'Select it, with others';
export const selectAllWords = 'Select all that are shown';
export const rowActionsWords = 'Its buttons';
