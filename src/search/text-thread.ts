import { parentPort, workerData } from 'node:worker_threads';
import { buildTools, textFiles, vocabularyOf } from './build.ts';
import { frameOf, inOrder } from './frame.ts';
import { indexTerms } from './index-terms.ts';
import { readSearchSource } from './source.ts';
import { type TextsDone, type TextTask, writeFiles } from './write.ts';

/** The half of an index that is made from the texts: their files, the vocabulary, the terms of the ranking. */
const { dir, ids, folder } = workerData as TextTask;
const tools = buildTools();
const source = readSearchSource(dir, ids);
const notices = inOrder(source.notices);
const frame = frameOf(source, notices, tools.variants);
const vocabulary = vocabularyOf(notices, frame);
const written = writeFiles(textFiles(notices, frame, vocabulary), folder);
const done: TextsDone = { ...written, vocabulary, terms: indexTerms(source, notices, frame, tools.segmenter) };
parentPort?.postMessage(done);
