import { expect, it } from 'vitest';
import { redirectWords } from '../../../renderer/words/redirect-words.ts';

it.each([
  ['http://localhost:8080/myApp/code', /waits for the browser at localhost:8080/],
  ['http://127.0.0.1/callback', /at 127\.0\.0\.1\./],
  ['http://[::1]:9000/', /at \[::1\]:9000/],
  ['https://app.example.com/oauth', /you paste/],
  ['http://app.example.com/oauth', /^$/],
  ['localhost:8080', /^$/],
  ['', /^$/],
])('%s is told what it means', (text, words) => {
  expect(redirectWords(text)).toMatch(words);
});
