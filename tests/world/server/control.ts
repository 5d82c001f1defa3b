/** What a test may do to one host. Applies before the site itself is asked. */
export interface HostKnobs {
  /** Cut the connection without an answer. */
  down?: boolean;
  /** Answer with this status instead of the site's answer (429, 503 …). */
  status?: number;
  headers?: Record<string, string>;
  /** Milliseconds before the answer starts. */
  delay?: number;
}

/** What a test may do to a list of badges that somebody shares. */
export interface ListKnobs {
  /** It was deleted: 404. */
  gone?: boolean;
  /** Its owner made it private: whoever asks is sent to sign in. */
  closed?: boolean;
  /** Badges that were issued since. */
  added?: number;
}

/** Per-test knobs over the hosts of the world. */
export class Control {
  private knobs = new Map<string, HostKnobs>();
  private lists = new Map<string, ListKnobs>();
  private gates = new Map<string, { promise: Promise<void>; open: () => void }>();

  set(host: string, knobs: HostKnobs): void {
    this.knobs.set(host, knobs);
  }

  knobsOf(host: string): HostKnobs {
    return this.knobs.get(host) ?? this.knobs.get('*') ?? {};
  }

  /** `name`: a Credly profile's (`Person.slug`), a transcript's or collection's number. */
  setList(name: string, knobs: ListKnobs): void {
    this.lists.set(name, knobs);
  }

  readonly listKnobsOf = (name: string): ListKnobs => this.lists.get(name) ?? {};

  /** From now on requests to the host (`*`: any) arrive, are logged and wait. Returns the function that lets them go. */
  hold(host: string): () => void {
    let open = () => {};
    const promise = new Promise<void>((resolve) => {
      open = () => {
        this.gates.delete(host);
        resolve();
      };
    });
    this.gates.set(host, { promise, open });
    return open;
  }

  /** Resolves at once unless the host is held. */
  async pass(host: string): Promise<void> {
    await Promise.all([this.gates.get(host)?.promise, this.gates.get('*')?.promise]);
  }

  reset(): void {
    this.knobs.clear();
    this.lists.clear();
    for (const gate of [...this.gates.values()]) gate.open();
  }
}
