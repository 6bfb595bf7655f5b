import { describe, expect, test } from 'vitest';
import { markup, webPage } from '../../../../main/demo/oauth/web-page.ts';

const policyFor = (leadsTo?: string) =>
  webPage({ title: 'Title', content: markup`<p></p>`, ...(leadsTo === undefined ? {} : { leadsTo }) }).headers[
    'content-security-policy'
  ];

describe('a page', () => {
  test('escapes what is put into it', () => {
    const { body } = webPage({ title: '<b>', content: markup`<p title="${'"&\''}">${'<script>'}</p>` });
    expect(body).toContain('<p title="&#34;&#38;&#39;">&#60;script&#62;</p>');
    expect(body).toContain('<h1>&#60;b&#62;</h1>');
  });

  test('leaves what is HTML already', () => {
    const items = ['a', 'b'].map((name) => markup`<li>${name}</li>`);
    expect(markup`<ul>${items}</ul>`.html).toBe('<ul><li>a</li><li>b</li></ul>');
  });

  test('leads nowhere else by itself', () => {
    expect(policyFor()).toContain("form-action 'self';");
  });

  test.each([
    ['http://localhost:8080/myApp/code', "form-action 'self' http://localhost:8080;"],
    ['https://app.example.com/callback?x=1', "form-action 'self' https://app.example.com;"],
    ['http://[::1]:8080/callback', "form-action 'self' http:;"],
  ])('may lead to %s', (leadsTo, policy) => {
    expect(policyFor(leadsTo)).toContain(policy);
  });

  test('lets in neither scripts nor frames nor anything from elsewhere', () => {
    expect(policyFor()).toMatch(/^default-src 'none';.*base-uri 'none'; frame-ancestors 'none'$/);
  });
});
