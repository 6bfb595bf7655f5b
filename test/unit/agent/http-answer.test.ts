import { describe, expect, it } from 'vitest';
import { headerOf, readAnswer } from '../../../main/agent/http-answer.ts';

const read = (text: string, ended = true) => readAnswer(Buffer.from(text), ended);
const head = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\ntokentray-warning:  a%20b ';

describe('readAnswer', () => {
  it('takes status and body apart', () => {
    expect(read(`${head}\r\n\r\nhello`)).toStrictEqual({ status: 200, head, body: 'hello' });
  });

  it('is complete at its length, before the connection ends', () => {
    expect(read(`${head}\r\n\r\nhello`, false)?.body).toBe('hello');
  });

  it.each(['hell', 'hello!'])('is none when the body is %s and five bytes were promised', (body) => {
    expect(read(`${head}\r\n\r\n${body}`)).toBeUndefined();
  });

  it('counts bytes, not characters', () => {
    expect(read('HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n€')?.body).toBe('€');
  });

  it('is complete without a length when the connection ends, and not before', () => {
    const text = 'HTTP/1.1 400 Bad Request\r\n\r\nno';
    expect(read(text, false)).toBeUndefined();
    expect(read(text, true)).toMatchObject({ status: 400, body: 'no' });
  });

  it.each(['', 'HTTP/1.1 200 OK\r\n', 'SSH-2.0\r\n\r\n', 'HTTP/2 200\r\n\r\n'])('is none for %j', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('headerOf', () => {
  it('finds a header whatever its case', () => {
    expect(headerOf(head, 'content-length')).toBe('5');
  });

  it('leaves out blanks around the value', () => {
    expect(headerOf(head, 'tokentray-warning')).toBe('a%20b');
  });

  it('is undefined for a header that is not there', () => {
    expect(headerOf(head, 'content-type')).toBeUndefined();
  });
});
