import { describe, expect, it } from 'vitest';
import { failureOf } from './failure.ts';

const refused = (response: string, command = 'RCPT TO') =>
  failureOf({
    code: command === 'DATA' ? 'EMESSAGE' : 'EENVELOPE',
    responseCode: Number(response.slice(0, 3)),
    permanent: response.startsWith('5'),
    response,
    command,
  });

describe('a permanent refusal is about the address', () => {
  it.each([
    '550 5.1.1 <a@b.fr>: user unknown',
    '550 5.1.2 no such domain',
    '556 5.1.10 null MX',
    '550 5.2.1 mailbox disabled',
    '552 5.2.2 mailbox full',
    '550 5.4.1 Recipient address rejected: Access denied',
    '550-5.1.1 The email account does not exist',
    '550 No such user here',
    '553 mailbox name not allowed',
  ])('of the recipient: %s', (response) => {
    expect(refused(response)).toMatchObject({ outcome: 'dead', cause: 'address' });
  });

  it('whose server answers it after the message only', () => {
    expect(refused('550 5.1.1 user unknown', 'DATA')).toMatchObject({ cause: 'address' });
    expect(refused('550 Requested action not taken', 'DATA')).toMatchObject({ cause: 'message' });
  });
});

describe('a permanent refusal is not about the address', () => {
  it.each([
    ['550 5.7.1 Service unavailable; client host blocked', 'RCPT TO'],
    ['554 5.7.1 Relay access denied', 'RCPT TO'],
    ['550 5.7.26 unauthenticated mail: SPF and DKIM failed', 'RCPT TO'],
    ['554 Transaction failed', 'RCPT TO'],
    ['552 5.2.3 message too long', 'RCPT TO'],
    ['550 5.1.8 sender’s domain unknown', 'RCPT TO'],
    ['501 5.5.4 syntax', 'RCPT TO'],
    ['550 5.1.1 sender unknown', 'MAIL FROM'],
    ['554 5.6.0 content refused', 'DATA'],
  ])('but about us or the message: %s', (response, command) => {
    expect(refused(response, command)).toMatchObject({ outcome: 'dead', cause: 'message' });
  });

  it('while it may pass', () => {
    expect(refused('450 4.2.2 mailbox full')).toMatchObject({ outcome: 'retry' });
  });
});
