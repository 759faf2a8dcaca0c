import { describe, expect, it } from 'vitest';
import { isOneClick, pageFor } from './unsubscribing.ts';

const part = (headers: string, value = 'One-Click') =>
  `--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"${headers}\r\n\r\n${value}\r\n--b--\r\n`;

describe('One press in a mail program', () => {
  it.each([
    'List-Unsubscribe=One-Click',
    'List-Unsubscribe=One-Click\r\n',
    'source=program&List-Unsubscribe=One-Click',
    part(''),
    part('\r\nContent-Type: text/plain'),
  ])('is known by its one pair: %j', (body) => {
    expect(isOneClick(body)).toBe(true);
  });

  it.each([
    '',
    'List-Unsubscribe',
    'List-Unsubscribe=',
    'List-Unsubscribe=One-Clicks',
    'X-List-Unsubscribe=One-Click',
    '{"List-Unsubscribe":"One-Click"}',
    part('', 'No'),
    `List-Unsubscribe=One-Click&${'x'.repeat(10_000)}`,
  ])('is nothing else: %j', (body) => {
    expect(isOneClick(body)).toBe(false);
  });
});

describe('Whoever opens the address instead', () => {
  it('is led to the choice of that mail', () => {
    expect(pageFor({ courriel: 'reminder', jeton: 'abc.d-_f' })).toBe('/preferences#jeton=abc.d-_f&courriel=reminder');
  });

  it.each([
    [{}, '/preferences#jeton='],
    [{ jeton: ['a', 'b'], courriel: { $ne: '' } }, '/preferences#jeton='],
    [{ jeton: 'a&b#c', courriel: 'unknown' }, '/preferences#jeton=a%26b%23c'],
    [{ jeton: '//elsewhere.example' }, '/preferences#jeton=%2F%2Felsewhere.example'],
    [{ jeton: 'x'.repeat(1_001) }, '/preferences#jeton='],
  ])('is led nowhere else by %j', (query, page) => {
    expect(pageFor(query)).toBe(page);
  });
});
