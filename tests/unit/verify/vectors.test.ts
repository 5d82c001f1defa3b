import { describe, expect, it } from 'vitest';
import { matchesRecipient } from '../../../utils/badge/recipient.ts';
import { recipientOf } from '../../../utils/openbadges/fields.ts';
import { verifyBadge } from '../../../utils/verify/index.ts';
import { answerOf, fetchOf, vectorFile, vectorsOf } from '../../conformance/vector-world.ts';

const hosted = vectorsOf('ob0.5-hosted', 'ob1-hosted', 'ob1.1-hosted', 'ob2-hosted');
const recipients = vectorsOf('recipient-hash');

describe('vectors of hosted badges', () => {
  for (const vector of hosted) {
    it(vector.id, async () => {
      const bytes = new Uint8Array(vectorFile(vector.file));
      const deps = { fetch: fetchOf(vector), now: new Date(vector.now) };
      const fromBytes = await verifyBadge({ bytes }, deps);
      const answers = [vector.expected, ...(vector.also_acceptable ?? [])];
      expect(answers, JSON.stringify(fromBytes.checks)).toContain(answerOf(fromBytes.verdict));
      const text = new TextDecoder().decode(bytes);
      expect((await verifyBadge({ text: `\uFEFF${text}\n` }, deps)).verdict).toBe(fromBytes.verdict);
    });
  }

  it('come in the number the index had', () => {
    expect([0, 30]).toContain(hosted.length);
  });
});

describe('vectors of recipients', () => {
  for (const vector of recipients) {
    it(vector.id, () => {
      const { identity, claimed } = JSON.parse(vectorFile(vector.file).toString());
      const recipient = recipientOf(identity);
      expect(recipient).not.toBeNull();
      const emails = Object.values(claimed as Record<string, string | string[]>).flat();
      const answer = recipient && matchesRecipient(recipient, emails) ? 'valid' : 'invalid';
      expect([vector.expected, ...(vector.also_acceptable ?? [])]).toContain(answer);
    });
  }
});
