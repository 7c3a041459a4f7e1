/** Who may import whom (ARCHITECTURE.md says why). `npm test` runs it through test/boundaries.test.ts. */
const outside = (...allowed) => ({ pathNot: [...allowed, '^node_modules/', '^node:', '^[^/]+$'] });

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'model-stands-alone',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^(src|scraper|demo|test|bench)/', ...outside('^src/model/') },
    },
    {
      name: 'scraper-sees-only-the-model',
      severity: 'error',
      from: { path: '^scraper/' },
      to: { path: '^(src|demo|test|bench)/', ...outside('^src/model/') },
    },
    {
      name: 'site-never-sees-the-scraper',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scraper|demo|test|bench)/' },
    },
    {
      name: 'browser-code-has-no-node',
      severity: 'error',
      from: { path: '^src/(client|search/browser)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'browser-code-has-no-cheerio',
      severity: 'error',
      from: { path: '^src/(client|search/browser)/' },
      to: { path: '^node_modules/(cheerio|@node-rs|opencc-js)' },
    },
    {
      name: 'extractors-do-not-know-each-other',
      severity: 'error',
      from: { path: '^scraper/extract/([^/]+)(?:/|\\.ts$)' },
      to: { path: '^scraper/extract/', pathNot: ['^scraper/extract/$1(/|\\.ts$)'] },
    },
    {
      name: 'only-the-pipeline-knows-the-order',
      severity: 'error',
      from: { path: '^scraper/', pathNot: ['^scraper/(pipeline\\.ts|extract/)'] },
      to: { path: '^scraper/extract/' },
    },
    {
      name: 'checks-stand-alone',
      severity: 'error',
      from: { path: '^(scraper|src/model)/check/', pathNot: ['/check/index\\.ts$'] },
      to: { path: '^$1/check/', pathNot: ['/check/rule\\.ts$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.demo|\\.astro|archive)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
