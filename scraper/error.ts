/** The user’s mistake or the world’s: one clear line (what, where, which value, what to do), no stack. Our own bugs stay plain Errors. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** A wrong flag or an unreadable workspace: usage, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
