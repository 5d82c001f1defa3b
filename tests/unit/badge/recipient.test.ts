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
  const clear = (identity: string, type = 'email') => conceal({ type, identity, hashed: false });

  it('hides a clear address and keeps it comparable', () => {
    for (const identity of [
      'Ilse@Post.example',
      ' ilse@post.example ',
      'mailto:Ilse@post.example',
      'MAILTO:ilse%40post.example',
      'ilse%40post.example',
      'mailto:ilse@post.example?subject=x',
    ]) {
      const hidden = clear(identity);
      expect(JSON.stringify(hidden), identity).not.toMatch(/post|ilse/i);
      expect(matchesRecipient(hidden, ['ilse@post.EXAMPLE']), identity).toBe(true);
      expect(matchesRecipient({ type: 'email', identity, hashed: false }, ['ilse@post.EXAMPLE']), identity).toBe(true);
      expect(matchesRecipient(hidden, ['else@post.example'])).toBe(false);
    }
  });

  it('hides everything that is no hash, whatever it is said to be', () => {
    for (const [identity, type] of [
      ['+886912345678', 'telephone'],
      ['tel:+886-912-345-678', 'telephone'],
      ['https://people.example/ilse', 'url'],
      ['did:example:ilse', 'id'],
      ['Ilse Marwick', 'name'],
      ['%E0%A4%A', 'email'],
      ['sha256$00', 'email'],
      ['sha256$ilse@post.example', 'email'],
      [`md5$${'a'.repeat(31)}`, 'email'],
      [`sha256$${'a'.repeat(64)} ilse@post.example`, 'email'],
      [`sha512$${'a'.repeat(128)}`, 'email'],
      ['', 'email'],
    ] as const) {
      for (const flag of [true, false]) {
        const hidden = conceal({ type, identity, hashed: flag, salt: 'kelp' });
        expect(hidden.identity, identity).toMatch(/^sha256\$[0-9a-f]{64}$/);
        expect(hidden).toMatchObject({ type, hashed: true });
        expect(hidden.salt).not.toBe('kelp');
        expect(matchesRecipient(hidden, ['ilse@post.example']), identity).toBe(false);
      }
    }
  });

  it('what is said to be a hash but is a clear address is hidden, and compared no more than before', () => {
    const recipient = { type: 'email', identity: 'ilse@post.example', hashed: true };
    expect(matchesRecipient(recipient, ['ilse@post.example'])).toBe(false);
    expect(matchesRecipient(conceal(recipient), ['ilse@post.example'])).toBe(false);
    expect(JSON.stringify(conceal(recipient))).not.toMatch(/ilse|post/);
  });

  it('gives the same person another text each time', () => {
    expect(clear('ilse@post.example').identity).not.toBe(clear('ilse@post.example').identity);
  });

  it('leaves hashes alone', () => {
    for (const identity of [`sha256$${'0'.repeat(64)}`, `MD5$${'A'.repeat(32)}`]) {
      for (const recipient of [hashed(identity, 'kelp'), { type: 'email', identity, hashed: false }]) {
        expect(conceal(recipient)).toBe(recipient);
      }
    }
  });
});
