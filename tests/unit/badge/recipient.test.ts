import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceal, matchesRecipient } from '../../../utils/badge/recipient.ts';

const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
const hashed = (identity: string, salt?: string) => ({ type: 'email', identity, hashed: true, ...(salt && { salt }) });

describe('matchesRecipient', () => {
  it('agrees with the check value of the standard', () => {
    const identity = 'sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942';
    expect(matchesRecipient(hashed(identity, 'deadsea'), ['nobody@example.org'])).toBe(true);
    expect(matchesRecipient(hashed(identity), ['nobody@example.org'])).toBe(false);
    expect(matchesRecipient(hashed(identity, 'deadsea'), [])).toBe(false);
  });

  it('agrees with Node for any address and salt, in both algorithms, as typed and in lower case', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).map((text) => `${text.trim()}x@Post.example`),
        fc.string(),
        fc.constantFrom('sha256', 'md5'),
        (email, salt, algorithm) => {
          const typed = `${algorithm}$${digest(algorithm, email + salt)}`;
          const lower = `${algorithm.toUpperCase()}$${digest(algorithm, email.toLowerCase() + salt).toUpperCase()}`;
          expect(matchesRecipient(hashed(typed, salt), [email])).toBe(true);
          expect(matchesRecipient(hashed(lower, salt), ['', `  ${email} `])).toBe(true);
          expect(matchesRecipient(hashed(typed, `${salt}!`), [email])).toBe(false);
        },
      ),
    );
  });

  it('compares clear text only with what is declared clear, and knows no other algorithms', () => {
    const plain = { type: 'email', identity: 'Ilse@Post.example', hashed: false };
    expect(matchesRecipient(plain, ['ilse@post.example'])).toBe(true);
    expect(matchesRecipient({ ...plain, identity: 'mailto:ilse@post.example' }, ['ilse@post.example'])).toBe(true);
    expect(matchesRecipient({ ...plain, hashed: true }, ['ilse@post.example'])).toBe(false);
    expect(matchesRecipient(hashed(`sha512$${digest('sha512', 'a@b.example')}`), ['a@b.example'])).toBe(false);
    expect(matchesRecipient(hashed('sha256$'), [''])).toBe(false);
    // Whoever types the hash itself as an address proves nothing.
    expect(matchesRecipient(hashed('sha256$00'), ['sha256$00'])).toBe(false);
  });
});

describe('conceal', () => {
  it('hides a clear address and keeps it comparable', () => {
    const hidden = conceal({ type: 'email', identity: 'Ilse@Post.example', hashed: false });
    expect(JSON.stringify(hidden)).not.toMatch(/post/i);
    expect(matchesRecipient(hidden, ['ilse@post.EXAMPLE'])).toBe(true);
    expect(matchesRecipient(hidden, ['else@post.example'])).toBe(false);
  });

  it('leaves the rest alone', () => {
    for (const recipient of [hashed('sha256$00'), { type: 'url', identity: 'https://x.example/me', hashed: false }]) {
      expect(conceal(recipient)).toBe(recipient);
    }
  });
});
