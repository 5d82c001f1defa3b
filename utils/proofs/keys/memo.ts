/** The last answers to the same question. Many badges carry the same few keys, and what follows from a text alone never changes. */
export interface Memo<T> {
  of(question: string, answer: () => T): T;
  forget(question: string): void;
}

/** Remembers `max` answers, the one longest unused going first. Long questions are answered, and not remembered. */
export function createMemo<T>(max = 200, longest = 4096): Memo<T> {
  const known = new Map<string, T>();
  return {
    of(question, answer) {
      const before = known.get(question);
      if (before !== undefined) {
        known.delete(question);
        known.set(question, before);
        return before;
      }
      const found = answer();
      if (question.length > longest) return found;
      known.set(question, found);
      for (const oldest of known.keys()) {
        if (known.size <= max) break;
        known.delete(oldest);
      }
      return found;
    },
    forget(question) {
      known.delete(question);
    },
  };
}
