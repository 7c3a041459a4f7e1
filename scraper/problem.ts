import type { z } from 'zod';

/** Something wrong in a workspace: what, where, which value, what to do. */
export interface Problem {
  /** Path relative to the workspace. */
  readonly file: string;
  /** Place inside the file, e.g. `figures.3.quote`; absent for the whole file. */
  readonly path?: string;
  readonly message: string;
  /** The offending value, as found; absent where there is none. */
  readonly value?: unknown;
  /** What a person should do. */
  readonly advice?: string;
  /** Warnings do not change the exit code. */
  readonly severity?: 'warning';
}

const MAX_SHOWN = 80;

/** A value on one line, at most 80 characters. */
export function showValue(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > MAX_SHOWN ? `${json.slice(0, MAX_SHOWN - 1)}…` : json;
}

/** `content/x.json: figures.3.value: expected number (got "12") → do this` */
export function problemLine({ file, path, message, value, advice, severity }: Problem): string {
  const where = path ? `${file}: ${path}` : file;
  const got = value === undefined ? '' : ` (got ${showValue(value)})`;
  const then = advice ? ` → ${advice}` : '';
  return `${severity === 'warning' ? 'warning: ' : ''}${where}: ${message}${got}${then}`;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** A schema’s findings as problems of one file. */
export function schemaProblems(error: z.ZodError, value: unknown, file: string, advice?: string): Problem[] {
  return error.issues.map((issue) => {
    const found = valueAt(value, issue.path);
    return {
      file,
      message: issue.message,
      ...(issue.path.length > 0 && { path: issue.path.join('.') }),
      ...(found !== undefined && { value: found }),
      ...(advice && { advice }),
    };
  });
}
