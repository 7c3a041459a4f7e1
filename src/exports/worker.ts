/** The thread of `thread.ts`: writes the data files and tells what they are. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Order } from './thread.ts';

const { dir, ledger, root, site, base } = workerData as Order;
// what the bundler puts into `urls.ts`, which is read below
Object.assign(globalThis, { __BASE__: base });
const { writeDatasets } = await import('./datasets.ts');
// as JSON: the columns of a table carry functions, which stay behind
parentPort?.postMessage(JSON.stringify(writeDatasets(dir, ledger, root, site)));
