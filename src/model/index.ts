/** The shared language of scraper and site: schemas beside their types, one noun a file. */
export * from './capture.ts';
export * from './check.ts';
export * from './date.ts';
export * from './doctype.ts';
export * from './enterprise.ts';
export * from './evidence.ts';
export * from './figure.ts';
export * from './id.ts';
export * from './inspection.ts';
export * from './outline.ts';
export * from './publication.ts';
export * from './record.ts';
export * from './round.ts';
export * from './sentences.ts';
export * from './source.ts';
export * from './topic.ts';
export * from './workspace.ts';
