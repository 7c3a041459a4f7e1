/** What a publisher answers: everything that goes over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One visit to an address. */
export interface Visit {
  /** `host/path?query`. */
  readonly address: string;
  readonly method: string;
  /** Name of the header in lower case → value. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** 1 at the first visit to this address since the start. */
  readonly attempt: number;
}

/** Answers instead of the healthy page; `healthy` is what would have been answered. `'hang'` never answers. */
export type Responder = (visit: Visit, healthy: Reply) => Reply | 'hang' | Promise<Reply | 'hang'>;
