import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { InputError } from './error.ts';

const Holder = z.object({
  pid: z.int(),
  host: z.string(),
  since: z.string(),
  command: z.string(),
  /** When the process started, in clock ticks since the machine did; tells it from a later one with the same pid. */
  ticks: z.string().nullable().default(null),
});
type Holder = z.infer<typeof Holder>;

export const LOCK_FILE = 'archive/lock.json';

/** Whether the process is alive; a process of another user counts (EPERM). */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat; null where the system has none. The command’s own name may hold spaces and brackets. */
async function startTicks(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

async function readHolder(path: string): Promise<Holder | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return null; // being written this moment, or torn by a power cut
  }
}

async function create(path: string, holder: Holder): Promise<boolean> {
  try {
    const handle = await open(path, 'wx');
    await handle.writeFile(JSON.stringify(holder));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A lock of a dead process on this machine, or one that nobody can have written, may be taken over. */
async function isStale(holder: Holder | null): Promise<boolean> {
  if (holder === null) return true;
  if (holder.host !== hostname()) return false;
  if (!isAlive(holder.pid)) return true;
  const ticks = await startTicks(holder.pid);
  return holder.ticks !== null && ticks !== null && ticks !== holder.ticks;
}

const describe = (holder: Holder) =>
  `${holder.command}, process ${holder.pid} on ${holder.host}, since ${holder.since}`;

/**
 * Takes the workspace’s one writing lock. A second writer is told who holds it (InputError); the lock of a dead
 * process is taken over with a line. Returns the function that gives it back.
 */
export async function takeLock(
  workspace: string,
  command: string,
  log: (line: string) => void,
  now: () => Date = () => new Date(),
): Promise<() => Promise<void>> {
  const path = join(workspace, LOCK_FILE);
  await mkdir(dirname(path), { recursive: true });
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    since: now().toISOString(),
    command,
    ticks: await startTicks(process.pid),
  };
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await create(path, mine)) return () => rm(path, { force: true });
    const holder = await readHolder(path);
    if (holder === null && attempt === 0) {
      await new Promise((done) => setTimeout(done, 200)); // give a writer the time to finish its line
      continue;
    }
    if (!(await isStale(holder))) {
      throw new InputError(
        `${LOCK_FILE}: the workspace is in use by ${describe(holder as Holder)}: wait for it to end, or remove the file if that process is not a zhenggai run`,
      );
    }
    log(`taking over the lock of ${holder ? describe(holder) : 'an interrupted run'}, which is not running any more`);
    await rm(path, { force: true });
  }
  throw new InputError(`${LOCK_FILE}: cannot be taken: another run keeps taking it; try again`);
}
