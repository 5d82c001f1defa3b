import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifySender, type Self } from '../../../utils/messages/sender.ts';

const self: Self = { id: 'ownid', origin: 'chrome-extension://ownid' };
const page = 'https://www.linkedin.com';

describe('who is speaking', () => {
  it('knows its own pages, also those opened in a tab', () => {
    const known = { kind: 'own-page', isPrivate: false };
    expect(classifySender({ id: 'ownid', origin: self.origin }, self)).toEqual(known);
    expect(classifySender({ id: 'ownid', origin: self.origin, tab: { id: 3 }, frameId: 0 }, self)).toEqual(known);
  });

  it('knows its content scripts by the origin of their page', () => {
    const sender = { id: 'ownid', origin: page, url: 'https://www.linkedin.com/in/x', tab: { id: 3 }, frameId: 0 };
    expect(classifySender(sender, self)).toEqual({
      kind: 'content-script',
      tabId: 3,
      frameId: 0,
      host: 'www.linkedin.com',
      isPrivate: false,
    });
    // A sandboxed frame has no host, and so no settings of its own.
    expect(classifySender({ ...sender, origin: 'null' }, self)).toMatchObject({ kind: 'content-script', host: '' });
  });

  it('knows who is in a private window', () => {
    for (const origin of [page, self.origin]) {
      const is = (incognito?: boolean) => classifySender({ id: 'ownid', origin, tab: { id: 3, incognito } }, self);
      expect([is(true), is(false), is()]).toMatchObject([
        { isPrivate: true },
        { isPrivate: false },
        { isPrivate: false },
      ]);
    }
  });

  it.each([
    ['nobody', undefined],
    ['another extension', { id: 'other', origin: 'chrome-extension://other' }],
    ['another extension that claims our origin', { id: 'other', origin: self.origin }],
    ['a web page (externally connectable)', { origin: page, url: `${page}/`, tab: { id: 3 } }],
    ['our id without an origin', { id: 'ownid', url: `${self.origin}/popup.html` }],
    ['our id with an empty origin', { id: 'ownid', origin: '', tab: { id: 3 } }],
    ['our id, a foreign origin, no tab', { id: 'ownid', origin: page, url: `${self.origin}/popup.html` }],
    ['an origin that only begins like ours', { id: 'ownid', origin: `${self.origin}.evil.example` }],
    [
      'an address of ours under a foreign origin',
      { id: 'ownid', origin: 'https://evil.example', url: `${self.origin}/x` },
    ],
  ])('treats %s as a stranger', (_name, sender) => {
    expect(classifySender(sender, self)).toEqual({ kind: 'stranger' });
  });

  it('gives full rights for our id and our origin only, whatever else is stamped', () => {
    const part = fc.constantFrom(undefined, 'ownid', 'other', '', self.origin, page, 'null', `${self.origin}/`);
    fc.assert(
      fc.property(
        part,
        part,
        part,
        fc.option(fc.record({ id: fc.option(fc.nat(), { nil: undefined }) }), { nil: undefined }),
        (id, origin, url, tab) => {
          const { kind } = classifySender({ id, origin, url, tab }, self);
          if (kind === 'own-page') expect([id, origin]).toEqual(['ownid', self.origin]);
          if (kind === 'content-script') expect([id, typeof tab?.id]).toEqual(['ownid', 'number']);
        },
      ),
    );
  });
});
