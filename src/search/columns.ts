/** Columns of numbers: what millions of lists are kept in, because as many objects would not fit. */

/** Lists of notices one after the other: list i is `members[starts[i] … starts[i + 1])`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly members: Uint16Array | Uint32Array;
}

export const listOf = ({ starts, members }: Lists, index: number): Lists['members'] =>
  members.subarray(starts[index], starts[index + 1]);

export const listSize = ({ starts }: Lists, index: number): number =>
  (starts[index + 1] as number) - (starts[index] as number);

/** Turns counts, each one place after its own, into where each begins. */
export function sumUp(starts: Uint32Array): void {
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
}

/** A column of notice numbers: half the memory where they fit 16 bits. */
export const memberArray = (length: number, notices: number): Uint16Array | Uint32Array =>
  notices <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);

/**
 * Gives the memory of a column back at once; it must not be used any more. Waiting for the collector would let columns
 * of a hundred megabytes pile up, as it sees only their small heads.
 */
export function release(values: Uint16Array | Uint32Array): void {
  if (values.buffer instanceof ArrayBuffer) values.buffer.transfer(0);
}

/** A column of numbers whose length is not known beforehand. */
export interface Growing<T> {
  push(value: number): void;
  append(values: Uint32Array, count: number): void;
  length(): number;
  /** What is in it, until it is written again. */
  soFar(): T;
  /** The column at its length; it must not be written any more. */
  take(): T;
}

export const column = (): Growing<Uint32Array> => growing((size) => new Uint32Array(size));
export const memberColumn = (notices: number): Growing<Lists['members']> =>
  growing((size) => memberArray(size, notices));

function growing<T extends Uint16Array | Uint32Array>(make: (size: number) => T): Growing<T> {
  let values = make(1024);
  let length = 0;
  const resize = (size: number): void => {
    const resized = make(size);
    resized.set(size < values.length ? values.subarray(0, size) : values);
    release(values);
    values = resized;
  };
  const reserve = (more: number): void => {
    if (length + more > values.length) resize(Math.max(length + more, Math.floor(values.length * 1.4)));
  };
  return {
    push(value) {
      reserve(1);
      values[length++] = value;
    },
    append(more, count) {
      reserve(count);
      for (let i = 0; i < count; i++) values[length + i] = more[i] as number;
      length += count;
    },
    length: () => length,
    soFar: () => values.subarray(0, length) as T,
    take() {
      resize(length);
      return values;
    },
  };
}
