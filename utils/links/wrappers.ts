/**
 * Pages that only pass their reader on: the target stands in the query, percent-encoded once. Written as shapes (`LinkShape`) whose id is
 * the target. Opaque ones (t.co, bit.ly) are not here: nothing can be read out of them.
 */
export const WRAPPERS = {
  platform: '',
  /** Of the wrapper, never of the target, whose dots LinkedIn writes %2E. */
  find: ['url', '/l.php'],
  shapes: {
    wrapper: [
      'www.linkedin.com,??.linkedin.com/(?:redir/redirect|safety/go) url=(.+)',
      'www.google.com/url q=(.+)',
      'www.google.com/url url=(.+)',
      'l.facebook.com/l[.]php u=(.+)',
    ],
  },
};
