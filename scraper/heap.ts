import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by half between collections instead of up to fourfold. On a machine with much memory V8 would
 * otherwise keep half a gigabyte of garbage during a long run; measured, this costs no time that can be told.
 */
export const keepHeapSmall = (): void => setFlagsFromString('--heap-growing-percent=50');
