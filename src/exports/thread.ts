import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Ledger } from '../views/ledger.ts';
import type { Datasets } from './datasets.ts';

/** What the thread is told: the arguments of `writeDatasets`, and the path below the host that addresses begin with. */
export interface Order {
  readonly dir: string;
  readonly ledger: Ledger;
  readonly root: string;
  readonly site: string;
  readonly base: string;
}

/**
 * Writes the data files in a thread of their own while this one renders the pages: a third of a build's work.
 * The bundler moves this file, so that the thread is found from where the build runs.
 */
export function writeDatasetsAside(order: Order): Promise<Datasets> {
  const worker = new Worker(resolve('src/exports/worker.ts'), { workerData: order });
  // a build that fails ends here: nothing may be written into a folder that is being removed
  process.prependOnceListener('exit', () => void worker.terminate());
  return new Promise((done, fail) => {
    worker.once('message', (datasets: string) => done(JSON.parse(datasets) as Datasets));
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`the thread that writes the data files ended early (${code})`)));
  });
}
